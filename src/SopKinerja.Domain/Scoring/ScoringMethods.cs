using SopKinerja.Domain.People;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Scoring.Pp46;

namespace SopKinerja.Domain.Scoring;

/// <summary>One regulation by which performance is measured: everything in which one differs from another, but for its forms and
/// pages.</summary>
/// <param name="Key">Stored with periods, plans and dossiers; never changes.</param>
/// <param name="Until">Last day for which it was the law; null while in force.</param>
public sealed record ScoringMethod(string Key, int Edition, string Nama, DateOnly From, DateOnly? Until)
{
    /// <summary>By which offices call it: "PP 46/2011".</summary>
    public required string UsualName { get; init; }

    /// <summary>The kinds of civil servants that it measures.</summary>
    public required IReadOnlyList<JenisAsn> Measures { get; init; }

    /// <summary>Days within which the rated person may object.</summary>
    public required int ObjectionDays { get; init; }

    /// <summary>Whether people are evaluated within the period too, month by month or quarter by quarter.</summary>
    public required bool HasEvaluasiPeriodik { get; init; }

    /// <summary>Whether a rencana intervenes one of the leader's, so that plans hang together as a tree.</summary>
    public required bool HasCascade { get; init; }

    public required bool HasPolaDistribusi { get; init; }

    /// <summary>Whether the pejabat penilai keeps a book of dated notes on each person's conduct.</summary>
    public required bool HasBukuCatatan { get; init; }

    public required bool HasPendekatan { get; init; }

    public required Type Content { get; init; }

    public required Func<PlanContent?, PlanBeginning, PlanContent> Begin { get; init; }

    public required string KodeDokumen { get; init; }

    public required string NamaDokumen { get; init; }

    /// <summary>What the word of a result is called: "predikat".</summary>
    public required string NamaHasil { get; init; }

    public required IReadOnlyList<string> KataHasil { get; init; }

    public required bool HasNilai { get; init; }

    /// <summary>What follows from each state of a person.</summary>
    public required IReadOnlyList<AkibatKeadaan> Akibat { get; init; }

    public AkibatKeadaan AkibatOf(JenisKeadaan jenis) => Akibat.Single(a => a.Jenis == jenis);

    /// <summary>Null when it measures that kind of civil servant; otherwise what it measures, as a clause.</summary>
    public string? WhyNotFor(JenisAsn jenis) => Measures.Contains(jenis)
        ? null
        : $"{Nama} hanya berlaku bagi {string.Join(" dan ", Measures.Select(u => u.ToString().ToUpperInvariant()))}, sedangkan "
            + $"{jenis.ToString().ToUpperInvariant()} dinilai menurut "
            + $"{string.Join(" atau ", ScoringMethods.Rows.Where(m => m.Measures.Contains(jenis)).Select(m => m.Nama))}.";

    /// <summary>That it was not the law for all of these dates, as a sentence; null when it was.</summary>
    public string? WhyNotLaw(DateOnly mulai, DateOnly selesai) => WasInForce(mulai, selesai)
        ? null
        : $"{Nama} berlaku {MasaBerlaku}, jadi tidak berlaku untuk seluruh periode {Tanggal.JangkaWaktu(mulai, selesai)}.";

    public bool WasInForce(DateOnly mulai, DateOnly selesai) => From <= mulai && (Until is null || selesai <= Until);

    /// <summary>"1 Januari 2014 s.d. 30 Juni 2021", or "sejak 1 Juli 2021".</summary>
    public string MasaBerlaku =>
        Until is { } until ? $"{Tanggal.Tampil(From)} s.d. {Tanggal.Tampil(until)}" : $"sejak {Tanggal.Tampil(From)}";
}

/// <remarks>A further one needs its sheet and its content here, a row in <c>PrintedForms</c> (Documents) and one in <c>LawPages</c>
/// (Pages); tests hold the three tables together.</remarks>
public static class ScoringMethods
{
    /// <summary>Key of PP 46/2011 with Perka BKN 1/2013.</summary>
    public const string Pp46 = "PP46_2011";

    public const string PermenPanRb6 = "PERMENPANRB_6_2022";

    public static readonly IReadOnlyList<ScoringMethod> Rows =
    [
        new(Pp46, Edition: Pp46Editions.AsPrinted, "PP 46/2011 dan Perka BKN 1/2013", From: new(2014, 1, 1), Until: new(2021, 6, 30))
        {
            UsualName = "PP 46/2011",
            // Its title: "Penilaian Prestasi Kerja Pegawai Negeri Sipil".
            Measures = [JenisAsn.Pns],
            ObjectionDays = 14,
            HasEvaluasiPeriodik = false,
            HasCascade = false,
            HasPolaDistribusi = false,
            // Perka BKN 1/2013: "Buku catatan penilaian perilaku PNS".
            HasBukuCatatan = true,
            HasPendekatan = false,
            Content = typeof(SasaranKerja),
            Begin = (earlier, _) => earlier ?? SasaranKerja.Empty,
            KodeDokumen = "PPK",
            NamaDokumen = "Dokumen pengukuran kinerja (penilaian prestasi kerja)",
            NamaHasil = "sebutan",
            KataHasil = [.. Sebutan.Bands.Select(b => b.Nama)],
            HasNilai = true,
            Akibat = Pp46Akibat.Rows,
        },
        new(PermenPanRb6, Edition: 1, "PermenPANRB 6/2022", From: new(2022, 1, 1), Until: null)
        {
            UsualName = "PermenPANRB 6/2022",
            // PPPK through PP 49/2018 pasal 36.
            Measures = [JenisAsn.Pns, JenisAsn.Pppk],
            ObjectionDays = 14,
            HasEvaluasiPeriodik = true,
            HasCascade = true,
            HasPolaDistribusi = true,
            HasBukuCatatan = false,
            HasPendekatan = true,
            Content = typeof(SasaranKinerja),
            Begin = SasaranKinerja.Begin,
            KodeDokumen = "DEK",
            NamaDokumen = "Dokumen evaluasi kinerja pegawai",
            NamaHasil = "predikat",
            KataHasil = [.. Enum.GetValues<PredikatKinerja>().Order().Select(p => p.Nama())],
            HasNilai = false,
            Akibat = PermenPanRb6Akibat.Rows,
        },
    ];

    /// <exception cref="ArgumentException">There is no such regulation.</exception>
    public static ScoringMethod Row(string key) =>
        Rows.SingleOrDefault(m => m.Key == key) ?? throw new ArgumentException($"There is no regulation '{key}'.", nameof(key));

    /// <summary>The law for the whole of a period; null where it changed within, or was none of these.</summary>
    public static ScoringMethod? InForce(DateOnly mulai, DateOnly selesai) => Rows.SingleOrDefault(m => m.WasInForce(mulai, selesai));
}
