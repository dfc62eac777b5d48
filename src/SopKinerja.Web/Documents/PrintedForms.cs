using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Documents.PermenPanRb6;
using SopKinerja.Web.Documents.Pp46;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Documents;

public sealed record PrintedForms(string Method)
{
    public static readonly IReadOnlyList<PrintedForms> Rows =
    [
        new(ScoringMethods.Pp46)
        {
            Document = Pp46Forms.Document,
            Skp = (plan, dinas, at) => FormulirSasaranKerjaForm.From(plan, dinas).Describe(at),
            BukuCatatan = (plan, dinas, at) => BukuCatatanPerilakuForm.From(plan, dinas).Describe(at),
            BukuCatatanHasil = (dossier, notes, dinas, at) => BukuCatatanPerilakuForm.From(dossier, notes, dinas.Nama).Describe(at),
        },
        new(ScoringMethods.PermenPanRb6)
        {
            Document = PermenPanRb6Forms.Document,
            Skp = PermenPanRb6Forms.Skp,
        },
    ];

    /// <remarks>The last says whether the parties sign in the file, so that it leaves them room.</remarks>
    public required Func<Dossier, FormHead, DateTimeOffset, bool, FormDescription> Document { get; init; }

    public required Func<Plan, DinasSettings, DateTimeOffset, FormDescription> Skp { get; init; }

    /// <summary>The buku catatan as it stands; null where the regulation has none.</summary>
    public Func<Plan, DinasSettings, DateTimeOffset, FormDescription>? BukuCatatan { get; init; }

    /// <summary>The buku catatan with the result at its end; null where the regulation has none.</summary>
    public Func<Dossier, IReadOnlyList<PlanNote>?, DinasSettings, DateTimeOffset, FormDescription>? BukuCatatanHasil { get; init; }

    /// <exception cref="ArgumentException">There is no such regulation.</exception>
    public static PrintedForms Of(string method) =>
        Rows.SingleOrDefault(r => r.Method == method) ?? throw new ArgumentException($"There are no forms for '{method}'.", nameof(method));
}

/// <summary>Whose form it is, and the head of its first page.</summary>
public sealed record FormHead(DinasSettings Dinas, Letterhead Kop);
