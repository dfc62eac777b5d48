using SopKinerja.Domain.Scoring;
using SopKinerja.Web.Addresses;

namespace SopKinerja.Web.Pages;

public sealed record LawPages(string Method, string Folder)
{
    public static readonly IReadOnlyList<LawPages> Rows =
    [
        new(ScoringMethods.Pp46, "Pp46")
        {
            WritingAddress = Links.Plans.WriteTargets,
            PlanSheet = "skp-pp46",
            InputSheet = "realisasi-pp46",
            Pihak = [new(IsPenilai: true, "I. Pejabat penilai", "Pejabat Penilai"), new(
                IsPenilai: false, "II. Pegawai yang dinilai", "Pegawai Yang Dinilai")],
        },
        new(ScoringMethods.PermenPanRb6, "PermenPanRb6")
        {
            WritingAddress = Links.Plans.WriteRencana,
            PlanSheet = "skp-permenpanrb6",
            InputSheet = "realisasi-permenpanrb6",
            Pihak = [new(IsPenilai: false, "Pegawai yang dinilai", "Pegawai Yang Dinilai"), new(
                IsPenilai: true, "Pejabat penilai kinerja", "Pejabat Penilai Kinerja")],
        },
    ];

    public required Func<long, string> WritingAddress { get; init; }

    /// <summary>The kind of import by which plans are written.</summary>
    public required string PlanSheet { get; init; }

    /// <summary>The kind of import by which realisasi is typed.</summary>
    public required string InputSheet { get; init; }

    public required IReadOnlyList<PihakSkp> Pihak { get; init; }

    public string Part(string name) => $"{Folder}/{name}";

    /// <exception cref="ArgumentException">There is no such regulation.</exception>
    public static LawPages Of(string method) =>
        Rows.SingleOrDefault(r => r.Method == method) ?? throw new ArgumentException($"There are no pages for '{method}'.", nameof(method));
}

public sealed record PihakSkp(bool IsPenilai, string Judul, string Sebagai);
