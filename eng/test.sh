#!/usr/bin/env bash
# Installs what the tests need, builds, checks the style, runs the test projects side by side, and ends with "N passed, N failed".
# What a project has to say is printed in one piece when it ends, with its time. An argument runs only the projects whose names contain
# it; SOP_SKIP_FORMAT=1 skips the style check.
set -uo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
filter="${1:-}"
passed=0 failed=0 skipped=0 ran=0
results="$(mktemp -d)"
trap 'rm -rf "$results"' EXIT

# A step that fails counts as a failure, so that the last line never looks green when the exit code is not.
step_failed() {
  printf 'Langkah gagal: %s\n' "$*" >&2
  failed=$((failed + 1))
}

# took WHAT SINCE: how long something took that began at second SINCE.
took() {
  printf 'Waktu %s: %d menit %02d detik\n' "$1" $(((SECONDS - $2) / 60)) $(((SECONDS - $2) % 60))
}

finish() {
  printf '\n%d passed, %d failed' "$passed" "$failed"
  [ "$skipped" -eq 0 ] || printf ', %d skipped' "$skipped"
  printf '\n'
  [ "$failed" -eq 0 ]
  exit
}

add_up() {
  local total executed ok
  while read -r total executed ok; do
    ran=$((ran + total))
    passed=$((passed + ok))
    failed=$((failed + executed - ok))
    skipped=$((skipped + total - executed))
  done < <(grep -ho '<Counters [^>]*>' "$1"/*.trx 2> /dev/null |
    sed -E 's/.* total="([0-9]+)" executed="([0-9]+)" passed="([0-9]+)".*/\1 \2 \3/')
}

# Profiles pay for themselves in a server that runs for days, not in one that is tested for minutes.
export DOTNET_TieredPGO=0

# Hundreds of hosts begin in one process: none watches its files, of which a user may watch 128 at once.
export DOTNET_hostBuilder__reloadConfigOnChange=false

run_tests() {
  local name="$1" project="$2" since=$SECONDS
  dotnet test "$project" --no-build -p:PdfEngine=PDFsharp --nologo --logger trx --results-directory "$results/$name"
  local code=$?
  took "$name" "$since"
  return "$code"
}

# What the build does not judge itself: it knows the style of the code, not the blanks between.
check_whitespace() {
  local since=$SECONDS
  dotnet format whitespace "$root" --folder --verify-no-changes
  local code=$?
  took 'pemeriksaan spasi' "$since"
  return "$code"
}

# start NAME COMMAND...: in the background, with a log of its own.
declare -A jobs=()
start() {
  local name="$1"
  shift
  "$@" < /dev/null > "$results/$name.log" 2>&1 &
  jobs[$!]="$name"
}

# finish_next: waits for one of the jobs, prints its log and sets its name and its code.
finish_next() {
  local pid
  wait -n -p pid "${!jobs[@]}"
  code=$?
  name="${jobs[$pid]}"
  unset "jobs[$pid]"
  cat "$results/$name.log"
}

projects=()
for project in "$root"/tests/*.Tests/*.csproj; do
  [[ $(basename "$project" .csproj) == *"$filter"* ]] && projects+=("$project")
done
[ ${#projects[@]} -gt 0 ] || { step_failed "tidak ada proyek uji yang namanya memuat '$filter'"; finish; }

need_dotnet && need postgres icu fonts chromium poppler qpdf zbarimg soffice openssl || { step_failed 'memasang kebutuhan uji'; finish; }

# Only over everything, and beside the build, which leaves one of two cores half free.
if [ -z "$filter" ] && [ "${SOP_SKIP_FORMAT:-}" != 1 ]; then
  start spasi check_whitespace
fi

targets=("${projects[@]}")
[ -n "$filter" ] || targets=("$root/SopKinerja.sln")
for target in "${targets[@]}"; do
  since=$SECONDS
  dotnet build "$target" -v q -nologo -p:RestoreLockedMode=true -p:PdfEngine=PDFsharp < /dev/null || { step_failed "dotnet build $(basename "$target")"; finish; }
  took "membangun $(basename "$target")" "$since"
done

if [ -z "$filter" ]; then
  bash "$root/eng/sbom.sh" || step_failed 'eng/sbom.sh'
fi

while [ ${#jobs[@]} -gt 0 ]; do
  finish_next
  [ "$code" -eq 0 ] || step_failed 'dotnet format whitespace --verify-no-changes'
done

for project in "${projects[@]}"; do
  name="$(basename "$project" .csproj)"
  start "$name" run_tests "$name" "$project"
done

while [ ${#jobs[@]} -gt 0 ]; do
  finish_next
  before="$failed"
  add_up "$results/$name"
  [ "$code" -eq 0 ] || [ "$failed" -gt "$before" ] || step_failed "$name berhenti dengan kode $code"
done

took 'semuanya' 0
[ "$ran" -gt 0 ] || step_failed 'tidak ada uji yang berjalan'
finish
