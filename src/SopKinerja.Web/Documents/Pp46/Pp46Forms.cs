using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Documents.Pp46;

/// <summary>The measurement document of PP 46/2011.</summary>
internal static class Pp46Forms
{
    public static FormDescription Document(Dossier dossier, FormHead head, DateTimeOffset at, bool isSignedInFile)
    {
        var form = DokumenPengukuranForm.From(dossier, head.Dinas.Nama, head.Dinas.Tempat);
        return (isSignedInFile
            ? form with
            {
                PrestasiKerja = form.PrestasiKerja with
                {
                    IsSignedInFile = true,
                    IsDatedInFile = dossier.SigningMode == SigningMode.Certificate,
                },
            }
            : OnPaper(dossier, form)).Describe(head.Kop, at);
    }

    // What will be signed by hand has room for ink and dots for the date, no matter who has consented meanwhile.
    private static DokumenPengukuranForm OnPaper(Dossier dossier, DokumenPengukuranForm form) =>
        dossier.SigningMode != SigningMode.WetInk ? form
        : new(form.PrestasiKerja with { Dibuat = null, Diterima = null, Disahkan = null }, form.Capaian with { Dibuat = null });
}
