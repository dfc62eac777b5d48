using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Documents.PermenPanRb6;

/// <summary>The measurement document and the SKP of PermenPANRB 6/2022.</summary>
internal static class PermenPanRb6Forms
{
    public static FormDescription Document(Dossier dossier, FormHead head, DateTimeOffset at, bool isSignedInFile)
    {
        var form = DokumenKinerjaForm.From(dossier, head.Dinas.Nama, head.Dinas.Tempat);
        return (isSignedInFile
            ? form with
            {
                Dokumen = form.Dokumen with
                {
                    IsSignedInFile = true,
                    IsDatedInFile = dossier.SigningMode == SigningMode.Certificate,
                },
            }
            : OnPaper(dossier, form)).Describe(at);
    }

    /// <summary>The form with its lampiran, with its two people as they are now.</summary>
    public static FormDescription Skp(Plan plan, DinasSettings dinas, DateTimeOffset at)
    {
        var sasaran = (SasaranKinerja)plan.Content;
        var kop = KopTercetak.From(plan, dinas.Nama, dinas.Tempat) with { Draf = SkpTercetak.Draf(plan.State) };
        var parties = new Parties(Party.Of(plan, dinas.Pemerintah), Party.Of(plan.Atasan, dinas.Pemerintah), null);
        var forms = kop.Document(PegawaiTercetak.From(parties.Asn), at,
            SasaranKinerjaForm.From(sasaran, kop, parties, null, SkpTercetak.Disetujui(plan)).Describe(),
            LampiranSkpForm.From(sasaran, kop, parties, null, SkpTercetak.Disetujui(plan)).Describe());
        // The foot is on every page, so a single sheet of a draft cannot pass for a form that was agreed to.
        var mark = kop.Draf is null ? "" : $"{kop.Draf}. ";
        return forms with
        {
            Footer = FormattableString.Invariant($"{mark}SKP {plan.Id}, {plan.Pegawai.Nama}, dicetak {Tanggal.TampilPukul(at)}"),
        };
    }

    // What will be signed by hand has room for ink and dots for the date, no matter who has consented meanwhile.
    private static DokumenKinerjaForm OnPaper(Dossier dossier, DokumenKinerjaForm form) => dossier.SigningMode != SigningMode.WetInk ? form
        : form with
        {
            Dokumen = form.Dokumen with { Dibuat = null, Diterima = null, Disahkan = null },
            Evaluasi = form.Evaluasi with { Dibuat = null }
        };
}
