#!/usr/bin/env bash
# Mutates the SOP and the scoring in the domain and says how many of the mutants a test notices. Not part of the suite: it takes an hour and
# more. An argument narrows it, as a pattern below src/SopKinerja.Domain: bash eng/mutate.sh 'Sop/**/*.cs'
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

need_dotnet
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
