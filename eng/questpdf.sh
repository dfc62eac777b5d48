#!/usr/bin/env bash
# Fetches QuestPDF, of exactly the version whose licence the dinas may use, after its question was answered. From then on every build finds it.
# "--setuju" answers beforehand.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

need_dotnet
version="$(sed -n 's:.*<QuestPdfVersion>\(.*\)</QuestPdfVersion>.*:\1:p' "$root/Directory.Build.props")"

cat << EOT
QuestPDF $version menggambar dokumen sebagai pengganti PDFsharp. Lisensinya untuk versi ini:

  - bebas dipakai (lisensi "Community") oleh proyek sumber terbuka, lembaga amal, untuk menilai pustaka itu, dan oleh badan dengan pendapatan
    kurang dari USD 1 juta setahun; instansi pemerintah tidak disebut;
  - selain itu perlu lisensi Professional atau Enterprise;
  - mulai versi 2026.6.0 instansi pemerintah dikecualikan dari lisensi bebas, maka versi lain tidak pernah diambil.

Program ini menyatakan "Community" atas nama dinas. Baca berkas lisensinya dan docs/decisions/0019-two-pdf-engines.md sebelum menjawab.

EOT

if [ "${1:-}" != --setuju ]; then
  printf 'Apakah dinas termasuk yang boleh memakainya? Ketik "ya": '
  read -r answer || answer=''
  [ "$answer" = ya ] || { printf 'QuestPDF tidak diambil. Program tetap memakai PDFsharp.\n'; exit 1; }
fi

log="$(mktemp)"
trap 'rm -f "$log"' EXIT
if ! dotnet restore "$root/src/SopKinerja.QuestPdf/SopKinerja.QuestPdf.csproj" -p:PdfEngine=QuestPDF > "$log" 2>&1 < /dev/null; then
  if grep -Eq 'NU110[1-3]' "$log"; then
    stop_with "sumber paket di mesin ini tidak mempunyai QuestPDF $version. Program tetap memakai PDFsharp." || exit 1
  fi

  cat "$log" >&2
  stop_with "QuestPDF $version tidak dapat diambil; sebabnya tertulis di atas. Program tetap memakai PDFsharp." || exit 1
fi

printf 'QuestPDF %s sudah diambil. Mulai sekarang "bash eng/run.sh" membangun program dengannya; "PdfEngine=PDFsharp bash eng/run.sh" kembali ke PDFsharp.\n' "$version"
printf 'Uji dahulu dokumennya: dotnet test tests/SopKinerja.Web.Tests -p:PdfEngine=QuestPDF --filter "FullyQualifiedName~Tests.Documents|FullyQualifiedName~Tests.Signing"\n'
