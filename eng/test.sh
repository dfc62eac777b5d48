#!/usr/bin/env bash
# Installs what the tests need, builds, checks the style, runs every test project, and ends with "N passed, N failed".
# An argument runs only the projects whose names contain it; SOP_SKIP_FORMAT=1 skips the style check.
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

run_tests() {
  local project="$1" name before="$failed"
  name="$(basename "$project" .csproj)"
  dotnet test "$project" --no-build --nologo --logger trx --results-directory "$results/$name" < /dev/null
  local code=$?
  add_up "$results/$name"
  [ "$code" -eq 0 ] || [ "$failed" -gt "$before" ] || step_failed "$name berhenti dengan kode $code"
}

projects=()
for project in "$root"/tests/*.Tests/*.csproj; do
  [[ $(basename "$project" .csproj) == *"$filter"* ]] && projects+=("$project")
done
[ ${#projects[@]} -gt 0 ] || { step_failed "tidak ada proyek uji yang namanya memuat '$filter'"; finish; }

need_dotnet && need postgres icu fonts chromium poppler qpdf zbarimg openssl || { step_failed 'memasang kebutuhan uji'; finish; }

targets=("${projects[@]}")
[ -n "$filter" ] || targets=("$root/SopKinerja.sln")
for target in "${targets[@]}"; do
  dotnet build "$target" -v q -nologo -p:RestoreLockedMode=true < /dev/null || { step_failed "dotnet build $(basename "$target")"; finish; }
done

# Only over everything: what was not restored cannot be judged.
if [ -z "$filter" ] && [ "${SOP_SKIP_FORMAT:-}" != 1 ]; then
  dotnet format "$root/SopKinerja.sln" --verify-no-changes --no-restore < /dev/null || step_failed 'dotnet format --verify-no-changes'
fi

for project in "${projects[@]}"; do
  run_tests "$project"
done

[ "$ran" -gt 0 ] || step_failed 'tidak ada uji yang berjalan'
finish
