#!/usr/bin/env bash
# Writes what the program is made of (CycloneDX) to FOLDER/sopkinerja.cdx.json, and fails unless it names every package of the lock file.
# The project must have been restored. Usage: sbom.sh [FOLDER]
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
folder="${1:-$root/artifacts}"
cd "$root"
dotnet tool restore > /dev/null
dotnet tool run dotnet-CycloneDX src/SopKinerja.Web/SopKinerja.Web.csproj --output "$folder" --filename sopkinerja.cdx.json \
  --output-format Json --disable-package-restore > /dev/null
missing=0
while read -r package; do
  grep -qiF "\"pkg:nuget/$package\"" "$folder/sopkinerja.cdx.json" || { printf 'Tidak ada dalam SBOM: %s\n' "$package" >&2; missing=1; }
done < <(awk -F'"' '/^      "/ { name = $2 } /"resolved":/ { print name "@" $4 }' src/SopKinerja.Web/packages.lock.json)
exit "$missing"
