# Shared by run.sh and test.sh: what the machine must have. Nothing here touches the network when it is all there.
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1 MSBUILDTERMINALLOGGER=off
# Without a home folder (some services and containers) the SDK has no place of its own.
[ -n "${HOME:-}" ] || export DOTNET_CLI_HOME="${TMPDIR:-/tmp}/sopkinerja-dotnet-$(id -u)" HOME="${TMPDIR:-/tmp}/sopkinerja-dotnet-$(id -u)"

stop_with() {
  printf 'Gagal: %s\n' "$*" >&2
  return 1
}

has_postgres() {
  local bin
  for bin in /usr/lib/postgresql/*/bin; do
    [ -x "$bin/postgres" ] && [ -x "$bin/initdb" ] && return
  done
  command -v initdb > /dev/null
}
has_icu() { compgen -G '/usr/lib/*/libicuuc.so.*' > /dev/null || compgen -G '/usr/lib*/libicuuc.so.*' > /dev/null; }
has_fonts() { compgen -G '/usr/share/fonts/truetype/liberation*/LiberationSans-Regular.ttf' > /dev/null; }
has_chromium() { command -v chromium-headless-shell > /dev/null; }
has_poppler() { command -v pdftotext > /dev/null && command -v pdftoppm > /dev/null && command -v pdfsig > /dev/null; }
has_zbarimg() { command -v zbarimg > /dev/null; }
has_qpdf() { command -v qpdf > /dev/null; }
has_soffice() { command -v soffice > /dev/null; }
has_openssl() { command -v openssl > /dev/null; }

need_dotnet() {
  command -v dotnet > /dev/null || stop_with '.NET SDK 10 tidak ditemukan. Pasang dahulu dari https://dotnet.microsoft.com/download/dotnet/10.0'
}

# need WHAT...: installs the Debian packages of those that are missing.
need() {
  local what packages=()
  for what in "$@"; do
    "has_$what" && continue
    case $what in
      postgres) packages+=(postgresql) ;;
      # Its package name carries a version that differs between releases.
      icu) packages+=('^libicu[0-9]+$') ;;
      fonts) packages+=(fonts-liberation) ;;
      poppler) packages+=(poppler-utils) ;;
      zbarimg) packages+=(zbar-tools) ;;
      # Only the spreadsheets, without windows.
      soffice) packages+=(libreoffice-calc-nogui) ;;
      chromium) packages+=(chromium-headless-shell) ;;
      *) packages+=("$what") ;;
    esac
  done
  [ ${#packages[@]} -eq 0 ] || install_packages "${packages[@]}"
}

install_packages() {
  local as_root=()
  command -v apt-get > /dev/null || { stop_with "mesin ini bukan Debian/Ubuntu. Pasang sendiri yang sepadan dengan: $*"; return 1; }
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo > /dev/null || { stop_with "perlu hak root untuk memasang paket. Jalankan sebagai root: apt-get install $*"; return 1; }
    as_root=(sudo)
  fi

  printf 'Memasang: %s\n' "$*"
  local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=600)
  "${apt[@]}" update < /dev/null || stop_with 'daftar paket tidak dapat diperbarui; periksa sambungan jaringan' || return 1
  # Older releases have only the whole browser; the tests take that then.
  apt-cache show chromium-headless-shell > /dev/null 2>&1 || set -- "${@/#chromium-headless-shell/chromium}"
  if [[ " $* " == *' postgresql '* ]]; then
    # The program keeps a server of its own; the one Debian would start by itself is not wanted.
    "${apt[@]}" install -y --no-install-recommends postgresql-common < /dev/null > /dev/null &&
      "${as_root[@]}" sed -i 's/^#create_main_cluster = true/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf
  fi
  "${apt[@]}" install -y --no-install-recommends "$@" < /dev/null > /dev/null || stop_with "paket tidak dapat dipasang: $*"
}
