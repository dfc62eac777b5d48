using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Documents.Pp46;

/// <summary>The document of the SOP: the prestasi kerja as its first part, the capaian as its second.</summary>
public sealed record DokumenPengukuranForm(PenilaianPrestasiKerjaForm PrestasiKerja, PenilaianCapaianForm Capaian)
{
    /// <inheritdoc cref="PenilaianPrestasiKerjaForm.From"/>
    public static DokumenPengukuranForm From(Dossier dossier, string instansi) =>
        new(PenilaianPrestasiKerjaForm.From(dossier, instansi), PenilaianCapaianForm.From(dossier));

    /// <param name="letterhead">The head of the dinas.</param>
    /// <param name="createdAt">Stands in the file as the time of its making.</param>
    public FormDescription Describe(Letterhead letterhead, DateTimeOffset createdAt) => new(
        new DocumentProperties(
            "Penilaian Prestasi Kerja Pegawai Negeri Sipil",
            $"Jangka waktu penilaian {Tanggal.Tampil(PrestasiKerja.Mulai)} s.d. {Tanggal.Tampil(PrestasiKerja.Sampai)}",
            PrestasiKerja.Instansi,
            createdAt),
        [PrestasiKerja.Describe(letterhead), Capaian.Describe()],
        $"Dokumen {PrestasiKerja.NomorDokumen}");
}
