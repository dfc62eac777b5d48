using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Documents.PermenPanRb6;

/// <summary>The document of the SOP under PermenPANRB 6/2022: the dokumen evaluasi as its first part, the evaluasi kinerja as its
/// second.</summary>
public sealed record DokumenKinerjaForm(string Nomor, DokumenEvaluasiForm Dokumen, EvaluasiKinerjaForm Evaluasi)
{
    /// <exception cref="InvalidOperationException">Realisasi or ratings are missing, or the dossier follows another regulation.</exception>
    public static DokumenKinerjaForm From(Dossier dossier, string instansi, string tempat)
    {
        var sheet = dossier.Sheet as PermenPanRb6Sheet ?? throw new InvalidOperationException("This form belongs to PermenPANRB 6/2022.");
        var kop = KopTercetak.From(dossier, instansi, tempat);
        var dibuat = PersetujuanElektronik.Penilai(dossier);
        return new(
            DocumentNumber.Of(dossier),
            DokumenEvaluasiForm.From(sheet, kop, dossier.Signatories) with
            {
                Catatan = dossier.Remarks(),
                Keberatan = CatatanTercetak.Keberatan(dossier),
                Penjelasan = CatatanTercetak.Tanggapan(dossier),
                Keputusan = CatatanTercetak.Keputusan(dossier),
                Dibuat = dibuat,
                Diterima = PersetujuanElektronik.From(dossier.Acknowledged, dossier.SigningMode),
                Disahkan = PersetujuanElektronik.Atasan(dossier),
                HasPengesahan = dossier.HasPengesahan,
                Penetapan = PenetapanTercetak.Of(dossier),
            },
            EvaluasiKinerjaForm.From(sheet, kop, dossier.Signatories, dossier.Evidence, dibuat));
    }

    public FormDescription Describe(DateTimeOffset createdAt)
    {
        var description = Dokumen.Kop.Document(Dokumen.YangDinilai, createdAt, Dokumen.Describe(), Evaluasi.Describe());
        return description with { Footer = $"Dokumen {Nomor}, {description.Footer}" };
    }
}
