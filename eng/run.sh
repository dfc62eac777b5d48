#!/usr/bin/env bash
# Installs what is missing, builds, and becomes the program. Settings: SOP_URLS, SOP_DATA, ConnectionStrings__Sop.
set -euo pipefail
caller="$PWD"
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

export SOP_URLS="${SOP_URLS:-http://127.0.0.1:5080}"
export SOP_DATA="${SOP_DATA:-$root/.data}"
[[ $SOP_DATA == /* ]] || SOP_DATA="$caller/$SOP_DATA"

need_dotnet
# With a server configured there is no need for one here.
if [ -n "${ConnectionStrings__Sop:-}" ]; then need icu fonts; else need postgres icu fonts; fi
# Who signs on paper has scans to be read.
if [[ ${TandaTangan__Cara:-} =~ ^[Tt][Ii][Nn][Tt][Aa][Bb][Aa][Ss][Aa][Hh]$ ]]; then need poppler zbarimg; fi

# A rebuild would pull the files from under a program that runs.
if [ -e "$SOP_DATA/postgres.lock" ] && command -v flock > /dev/null && ! flock -n "$SOP_DATA/postgres.lock" true; then
  stop_with "SopKinerja sudah berjalan dengan folder data $SOP_DATA. Hentikan dahulu, atau pilih folder lain dengan SOP_DATA."
fi

app="$root/src/SopKinerja.Web/bin/app"
build_log="$(mktemp)"
trap 'rm -f "$build_log"' EXIT
if ! dotnet publish "$root/src/SopKinerja.Web/SopKinerja.Web.csproj" -c Release -o "$app" -v q -nologo \
    -p:RestoreLockedMode=true > "$build_log" 2>&1 < /dev/null; then
  cat "$build_log" >&2
  stop_with 'program tidak dapat dibangun; sebabnya tertulis di atas.'
fi
rm -f "$build_log"

cd "$app"
exec dotnet SopKinerja.Web.dll "$@"
