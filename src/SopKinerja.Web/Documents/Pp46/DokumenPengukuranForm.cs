using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Documents.Pp46;

/// <summary>The document of the SOP: the prestasi kerja as its first part, the capaian as its second.</summary>
public sealed record DokumenPengukuranForm(PenilaianPrestasiKerjaForm PrestasiKerja, PenilaianCapaianForm Capaian)
{
    public static DokumenPengukuranForm From(Dossier dossier, string instansi, string tempat) =>
        new(PenilaianPrestasiKerjaForm.From(dossier, instansi), PenilaianCapaianForm.From(dossier, tempat));

    public FormDescription Describe(Letterhead letterhead, DateTimeOffset createdAt) => new(
        new DocumentProperties(
            "Penilaian Prestasi Kerja Pegawai Negeri Sipil",
            $"Jangka waktu penilaian {Tanggal.Tampil(PrestasiKerja.Mulai)} s.d. {Tanggal.Tampil(PrestasiKerja.Sampai)}",
            PrestasiKerja.Instansi,
            createdAt),
        [PrestasiKerja.Describe(letterhead), Capaian.Describe()],
        $"Dokumen {PrestasiKerja.NomorDokumen}");
}
