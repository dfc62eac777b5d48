using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Documents;

/// <summary>The number of a measurement document: which form, the year in which its period ends, and the dossier.</summary>
public static class DocumentNumber
{
    /// <summary>"PPK-2026-000123" under PP 46/2011, "DEK-2026-000123" under PermenPANRB 6/2022.</summary>
    public static string Of(Dossier dossier) =>
        Of(dossier.Peraturan.KodeDokumen, dossier.Period.Selesai.Year, dossier.Id);

    private static string Of(string form, int year, long id) => FormattableString.Invariant($"{form}-{year}-{id:D6}");
}
