using SopKinerja.Domain.Scoring;
using SopKinerja.Web.Addresses;

namespace SopKinerja.Web.Pages;

/// <summary>The pages of one regulation, and what they call people.</summary>
/// <param name="Method">Key of its row in <see cref="ScoringMethods"/>.</param>
/// <param name="Folder">Where the parts of pages lie that show a sheet or a plan.</param>
public sealed record LawPages(string Method, string Folder)
{
    public static readonly IReadOnlyList<LawPages> Rows =
    [
        new(ScoringMethods.Pp46, "Pp46")
        {
            WritingAddress = Links.Plans.WriteTargets,
            Pihak = [new(IsPenilai: true, "I. Pejabat penilai", "Pejabat Penilai"), new(IsPenilai: false, "II. Pegawai yang dinilai", "Pegawai Yang Dinilai")],
        },
        new(ScoringMethods.PermenPanRb6, "PermenPanRb6")
        {
            WritingAddress = Links.Plans.WriteRencana,
            Pihak = [new(IsPenilai: false, "Pegawai yang dinilai", "Pegawai Yang Dinilai"), new(IsPenilai: true, "Pejabat penilai kinerja", "Pejabat Penilai Kinerja")],
        },
    ];

    /// <summary>Where the plan of a key is written.</summary>
    public required Func<long, string> WritingAddress { get; init; }

    /// <summary>The two people of a plan in the order of its form.</summary>
    public required IReadOnlyList<PihakSkp> Pihak { get; init; }

    /// <summary>The partial of that name.</summary>
    public string Part(string name) => $"{Folder}/{name}";

    /// <exception cref="ArgumentException">There is no such regulation.</exception>
    public static LawPages Of(string method) =>
        Rows.SingleOrDefault(r => r.Method == method) ?? throw new ArgumentException($"There are no pages for '{method}'.", nameof(method));
}

/// <summary>One of the two people of a plan.</summary>
/// <param name="IsPenilai">Whether it is the one who agrees, else the owner.</param>
/// <param name="Judul">Over the column of the form.</param>
/// <param name="Sebagai">Below the form, where people sign.</param>
public sealed record PihakSkp(bool IsPenilai, string Judul, string Sebagai);
