using SopKinerja.Domain.People;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Documents.PermenPanRb6;
using SopKinerja.Web.Documents.Pp46;

namespace SopKinerja.Web.Tests.Documents;

/// <summary>
/// Every page of every printed form as someone looked at it and found it good, beside this file in "Approved". Who changes the look on
/// purpose runs this with SOP_APPROVE=1, looks at the new pictures, and commits them.
/// </summary>
public sealed class ApprovedPicturesTests
{
    private const int Dpi = 55;

    /// <summary>Pixels that may lie above the tolerance: fewer than a changed word has. A single digit may pass; the tests of the texts see
    /// it.</summary>
    private const int Most = 15;

    private static readonly PdfSharpEngine Engine = new();

    private static readonly string Approved = Path.Combine(FormHtmlTests.Root(), "tests", "SopKinerja.Web.Tests", "Documents", "Approved");

    private static readonly string Differing = Path.Combine(AppContext.BaseDirectory, "gambar-berbeda");

    private static readonly bool IsApproving = Environment.GetEnvironmentVariable("SOP_APPROVE") == "1";

    public static TheoryData<string> Names => [.. Forms.Keys];

    internal static Dictionary<string, Func<FormDescription>> Forms { get; } = All().ToDictionary();

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_page_looks_as_it_was_approved(string name)
    {
        var pages = Pages(Forms[name]());
        if (IsApproving)
        {
            Approve(name, pages);
        }

        var kept = Directory.GetFiles(Approved, $"{name}-??.png").Order(StringComparer.Ordinal).ToList();
        Assert.True(kept.Count == pages.Count, $"{name} has {pages.Count} pages, approved are {kept.Count}. {HowToApprove}");
        Assert.All(pages, (page, i) =>
        {
            var approved = GreyPicture.FromPng(File.ReadAllBytes(kept[i]));
            var apart = page.DifferencesTo(approved);
            Assert.True(apart <= Most, apart <= Most ? null : Reported(Path.GetFileNameWithoutExtension(kept[i]), page, approved, apart));
        });
    }

    [Fact]
    public void No_picture_is_kept_of_a_form_that_is_gone() => Assert.Empty(
        Directory.GetFiles(Approved).Select(file => Path.GetFileNameWithoutExtension(file)[..^3]).Distinct().Except(Forms.Keys));

    [Fact]
    public void A_changed_word_and_a_line_moved_by_half_a_point_are_seen()
    {
        var was = Drawn("Nilai prestasi kerja 85,96 (Baik)", 20);
        Assert.True(was.DifferencesTo(Drawn("Nilai prestasi kerja 85,96 (Buruk)", 20)) > Most);
        Assert.True(was.DifferencesTo(Drawn("Nilai prestasi kerja 85,96 (Baik)", 20.5)) > Most);

        static GreyPicture Drawn(string words, double space) => Pages(PdfEngineTests.Of(
            new Paragraph("Atas"), new Spacer(space), new FormTable("Tabel", [1, 1], [], [new([new(words), new("tetap")])])))[0];
    }

    [Fact]
    public void Edges_smoothed_in_another_way_are_not_seen()
    {
        var was = Pages(SampleForms.Document(10))[0];
        var random = new Random(7);
        var noisy = was with
        {
            Pixels = [.. was.Pixels.Select(
            pixel => (byte)Math.Clamp(pixel + (pixel is 0 or 255 ? 0 : random.Next(-24, 25)), 0, 255))]
        };
        Assert.InRange(was.DifferencesTo(noisy), 0, Most);
    }

    [Fact]
    public void A_picture_written_is_read_as_it_was()
    {
        var page = Pages(SampleForms.Skp(3).Describe(SampleForms.Approved))[0];
        var read = GreyPicture.FromPng(page.ToPng());
        Assert.Equal((page.Width, page.Height), (read.Width, read.Height));
        Assert.Equal(page.Pixels, read.Pixels);
    }

    private const string HowToApprove = "If that is meant: run this test with SOP_APPROVE=1, look at the pictures, and commit them.";

    private static IEnumerable<KeyValuePair<string, Func<FormDescription>>> All()
    {
        foreach (var rows in new[] { 1, 10, 40, 60 })
        {
            yield return new($"pengukuran-{rows}", () => SampleForms.Document(rows, acknowledged: rows == 10, ratified: rows != 10).ProvenBy(SampleForms.Proof));
            yield return new($"formulir-skp-{rows}", () => SampleForms.Skp(rows, rows == 1 ? "DRAF: BELUM DISETUJUI, MASIH DISUSUN" : null)
                .Describe(SampleForms.Approved));
            yield return new(
                $"kinerja-kuantitatif-{rows}", () => Rows(FormulirSkp.Of(KelompokJabatan.Fungsional, Pendekatan.Kuantitatif), rows));
            yield return new(
                $"kinerja-kualitatif-{rows}", () => Rows(FormulirSkp.Of(KelompokJabatan.Fungsional, Pendekatan.Kualitatif), rows));
        }

        yield return new("pengukuran-untuk-ditandatangani", () => SampleForms.ForSigning(3));
        yield return new("pengukuran-nama-panjang", () =>
            SampleForms.Document(3, asn: SampleForms.LongNamed, kondisiPenyebab: SampleForms.KondisiPenyebab).ProvenBy(SampleForms.Proof));
        yield return new("buku-catatan", () => BukuCatatan([]).Describe(SampleForms.Approved));
        yield return new("buku-catatan-tanpa-catatan", () => BukuCatatan(null).Describe(SampleForms.Approved));
        yield return new("buku-catatan-40", () => BukuCatatan(SampleForms.Notes(40)).Describe(SampleForms.Approved));
        yield return new("buku-catatan-berjalan", () => (BukuCatatan(SampleForms.Notes(3)) with { Hasil = null }).Describe(SampleForms.Approved));
        yield return new("buku-catatan-kosong", () => (BukuCatatan([]) with { Hasil = null }).Describe(SampleForms.Approved));
        yield return new("angka-kredit", () => AngkaKredit(AkPerson, AkPak).Describe(SampleForms.Approved));
        yield return new("angka-kredit-kosong", () => AngkaKredit(
            SampleKinerja.LongNamed with { Jenjang = "Ahli Utama" }, null, keberatan: new(2026, 12, 1)).Describe(SampleForms.Approved));
        foreach (var form in FormulirSkp.Rows)
        {
            yield return new($"skp-{form.Kelompok}-{form.Pendekatan}".ToLowerInvariant(), () => SampleKinerja.Document(form, 3));
        }
    }

    /// <summary>The two forms that have rows, with the proof behind the second.</summary>
    private static FormDescription Rows(FormulirSkp form, int rows)
    {
        var all = SampleKinerja.Document(form, rows);
        return (all with { Parts = [all.Parts[0], all.Parts[2]] })
            .ProvenBy(SampleForms.Proof with { Nomor = "DEK-2026-000123", Menggantikan = null });
    }

    private static BukuCatatanPerilakuForm BukuCatatan(IReadOnlyList<CatatanBertanggal>? notes)
    {
        var prestasi = SampleForms.Prestasi(acknowledged: true, SampleForms.Asn);
        return new()
        {
            Nomor = "Berkas 17",
            Instansi = prestasi.Instansi,
            Mulai = prestasi.Mulai,
            Sampai = prestasi.Sampai,
            YangDinilai = prestasi.YangDinilai,
            Catatan = notes,
            Hasil = new(prestasi.PejabatPenilai, prestasi.Sheet, prestasi.Score, prestasi.Dibuat!) { Keberatan = new(2026, 12, 1) },
        };
    }

    // Two jenjang in the year, three years before it, a PAK with three decimals.
    private static readonly Party AkPerson = SampleKinerja.Parties.Asn with
    {
        Jabatan = "Pranata Komputer Ahli Muda",
        PangkatGolongan = Golongan.Tampil("III/c"),
        Jenjang = "Ahli Muda",
        TmtJabatan = new(2026, 3, 1),
        Karpeg = "P 314159",
        TempatLahir = "Barabai",
        TmtPangkat = new(2024, 10, 1),
        JenjangSebelumnya = [new("Ahli Pertama", new(2019, 4, 1), new(2026, 2, 28))],
    };

    private static readonly PakTerakhir AkPak = new(62.375m, "800.1.4.5/12/2026", new(2023, 1, 15), new(2022, 12, 31));

    private static AngkaKreditForm AngkaKredit(Party asn, PakTerakhir? pak, DateOnly? keberatan = null)
    {
        var konversi = Earned(asn, SampleKinerja.Period);
        var before = pak is null ? [] : Enumerable.Range(2023, 3).Select(
            year => Earned(asn, new($"{year}", new(year, 1, 1), new(year, 12, 31), ScoringMethods.PermenPanRb6, null)));
        return new()
        {
            Nomor = "Berkas 17",
            Kop = SampleKinerja.Kop(),
            YangDinilai = asn,
            PejabatPenilai = PegawaiTercetak.From(SampleKinerja.Parties.AtasanLangsung),
            Konversi = konversi,
            Akumulasi = AkumulasiAngkaKredit.Of(konversi, before, pak),
            Disetujui = SampleKinerja.Dibuat,
            Keberatan = keberatan,
        };
    }

    private static KonversiAngkaKredit Earned(Party asn, Period period) =>
        KonversiAngkaKredit.Of(asn, period, 0, PredikatKinerja.Baik)!;

    private static List<GreyPicture> Pages(FormDescription form)
    {
        var folder = Directory.CreateTempSubdirectory("sop-gambar-").FullName;
        try
        {
            var file = Path.Combine(folder, "form.pdf");
            File.WriteAllBytes(file, Engine.Draw(form));
            var (code, output) = PdfTools.Run("pdftoppm", "-gray", "-r", $"{Dpi}", file, Path.Combine(folder, "page"));
            Assert.True(code == 0, output);
            return [.. Directory.GetFiles(folder, "*.pgm")
                .Order(StringComparer.Ordinal).Select(page => GreyPicture.FromPgm(File.ReadAllBytes(page)))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Approve(string name, List<GreyPicture> pages)
    {
        Directory.CreateDirectory(Approved);
        foreach (var old in Directory.GetFiles(Approved, $"{name}-??.png"))
        {
            File.Delete(old);
        }

        for (var i = 0; i < pages.Count; i++)
        {
            File.WriteAllBytes(Path.Combine(Approved, $"{name}-{i + 1:D2}.png"), pages[i].ToPng());
        }
    }

    private static string Reported(string page, GreyPicture now, GreyPicture approved, int apart)
    {
        Directory.CreateDirectory(Differing);
        var picture = Path.Combine(Differing, $"{page}.png");
        var difference = Path.Combine(Differing, $"{page}-beda.png");
        File.WriteAllBytes(picture, now.ToPng());
        File.WriteAllBytes(difference, now.Marked(approved).ToPng());
        return $"{page}: {apart} pixels differ. New: {picture}; difference: {difference}. {HowToApprove}";
    }
}
