#!/usr/bin/env bash
# Mutates the SOP and the scoring in the domain and says how many of the mutants a test notices. Not part of the suite: it takes an hour and
# more. An argument narrows it, as a pattern below src/SopKinerja.Domain: bash eng/mutate.sh 'Sop/**/*.cs'
# With "guards" as its first argument it makes each guard of the database weaker in turn (GuardMutant.cs), and says which no test notices;
# a second one names the tests, a third and fourth the first and the last guard.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

need_dotnet
if [ "${1:-}" = guards ]; then
  need postgres icu fonts
  dotnet build "$root/tests/SopKinerja.Web.Tests" --nologo -v q
  tests=(dotnet test "$root/tests/SopKinerja.Web.Tests" --no-build --nologo --filter "${2:-FullyQualifiedName~Schema}")
  "${tests[@]}" > /dev/null 2>&1 || { echo 'These tests fail with all guards in force, so they can notice nothing.' >&2; exit 1; }
  export SOP_GUARD_MUTANT SOP_GUARD_MUTANT_REPORT
  SOP_GUARD_MUTANT_REPORT=$(mktemp)
  survived=0
  for ((SOP_GUARD_MUTANT = ${3:-0}, last = ${4:-100000}; SOP_GUARD_MUTANT <= last; SOP_GUARD_MUTANT++)); do
    rm -f "$SOP_GUARD_MUTANT_REPORT"
    noticed=yes
    "${tests[@]}" > /dev/null 2>&1 && noticed=
    [ -f "$SOP_GUARD_MUTANT_REPORT" ] || { echo "$SOP_GUARD_MUTANT: could not be applied" >&2; exit 1; }
    if [ -z "$noticed" ]; then
      survived=$((survived + 1))
      echo "$SOP_GUARD_MUTANT: nobody noticed: $(cut -f2 "$SOP_GUARD_MUTANT_REPORT")"
    fi
    count=$(cut -f1 "$SOP_GUARD_MUTANT_REPORT")
    [ "$((count - 1))" -lt "$last" ] && last=$((count - 1))
  done
  rm "$SOP_GUARD_MUTANT_REPORT"
  echo "$((last + 1)) guards made weaker, $survived without notice"
  exit 0
fi
version=5.1.0
tools="$root/artifacts/stryker"
[ -x "$tools/dotnet-stryker" ] || dotnet tool install dotnet-stryker --version "$version" --tool-path "$tools" < /dev/null

patterns=("$@")
[ ${#patterns[@]} -gt 0 ] || patterns=('Sop/**/*.cs' 'Scoring/**/*.cs')
mutate=()
for pattern in "${patterns[@]}"; do
  mutate+=(--mutate "$pattern")
done

cd "$root/tests/SopKinerja.Domain.Tests"
exec "$tools/dotnet-stryker" --project SopKinerja.Domain.csproj "${mutate[@]}" --output "$root/artifacts/mutasi" --reporter cleartext --reporter json
