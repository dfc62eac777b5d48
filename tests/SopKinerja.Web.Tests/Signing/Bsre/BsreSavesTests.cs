using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using SopKinerja.Web.Signing.Bsre;
using SopKinerja.Web.Signing.Pdf;
using SopKinerja.Web.Signing.WetInk;
using Xunit.Abstractions;

namespace SopKinerja.Web.Tests.Signing.Bsre;

/// <summary>What a save of another program may do behind a form, judged from its bytes and by the pictures of its pages. Every file here is
/// signed by a good certificate, so that nothing else refuses it.</summary>
public sealed class BsreSavesTests(ITestOutputHelper output) : IDisposable
{
    private static readonly byte[] White = "q 1 1 1 rg 0 0 2000 2000 re f Q"u8.ToArray();

    private readonly FakeBsre _service = new();

    private readonly PagePictures _pictures = new(Options.Create(new ScanSettings()));

    private readonly byte[] _sent = SampleSignatures.Drawn();

    private BsreSignatures Signatures => new(BsreChain.Read(_service.Chain));

    /// <summary>What somebody with a certificate of his own tries behind the form, and what is said of it.</summary>
    private static readonly Dictionary<string, (Action<ForeignSave, FakeField> Trick, string Sentence)> Tricks = new(StringComparer.Ordinal)
    {
        ["the page has other contents"] = ((save, _) => save.Put(save.Form.Pages[0], save.Page(0).With("/Contents", Stream(save))), "halaman 1 diganti (/Contents)"),
        ["its contents are replaced in their place"] =
            ((save, _) => save.Put(ContentsOf(save), new PdfMap([]), White), "isi yang sudah ada diganti"),
        ["the page has other resources"] = ((save, _) => save.Put(save.Form.Pages[0], save.Page(0).With("/Resources", new PdfMap([]))), "halaman 1 diganti (/Resources)"),
        ["a font draws other signs"] = ((save, _) => save.Put(
            FontOf(save), ForeignSave.Pairs("/Type /Font /Subtype /Type1 /BaseFont /Symbol")), "isi yang sudah ada diganti"),
        ["the page is cut"] = ((save, field) => save.Put(field.Page, save.Map(new PdfReference(field.Page)).With(
            "/CropBox", new PdfArray([Number(0), Number(0), Number(100), Number(100)]))), "diganti (/CropBox)"),
        ["the page is smaller"] = ((save, _) => save.Put(save.Form.Pages[0], save.Page(0).With(
            "/MediaBox", new PdfArray([Number(0), Number(0), Number(300), Number(300)]))), "halaman 1 diganti (/MediaBox)"),
        ["the page is turned"] = ((save, _) => save.Put(save.Form.Pages[0], save.Page(0).With("/Rotate", Number(180))), "halaman 1 diganti (/Rotate)"),
        ["another page lies under its name"] = ((save, _) => save.Put(save.Form.Pages[0], save.Page(1)), "halaman 1 diganti"),
        ["an annotation over the page"] = ((save, _) => Annotate(save, 0, Note(save)), "ada yang ditempelkan pada halaman 1 selain tanda tangan"),
        ["an annotation in the place of the widget"] = ((save, field) => save.Put(field.Page, save.Map(new PdfReference(field.Page)).With(
            "/Annots", new PdfArray([Note(save)]))), "ada yang ditempelkan pada halaman"),
        ["a second widget outside its room"] = ((save, field) => Annotate(save, 0, new PdfReference(save.Add(
            save.Map(new PdfReference(field.Field)).With("/T", new PdfAtom("(Lain)"))))), "ada yang ditempelkan pada halaman 1"),
        ["a second field"] = ((save, field) => save.Put(save.Root.Number, save.Map(save.Root).With("/AcroForm", Fields(save, field.Field,
            save.Add(save.Map(new PdfReference(field.Field)).With("/T", new PdfAtom("(Lain)")))))), "lebih dari satu tanda tangan"),
        ["a field with places of its own"] = ((save, field) => save.Put(field.Field, save.Map(new PdfReference(field.Field)).With(
            "/Kids", new PdfArray([Note(save)]))), "memuat /Kids"),
        ["an appearance for each state"] = ((save, field) => save.Put(field.Field, save.Map(new PdfReference(field.Field)).With(
            "/AP", new PdfMap([("/N", new PdfReference(field.Look)), ("/R", Stream(save))]))), "bukan satu gambar"),
        ["an appearance that is the page's own form"] = ((save, field) => save.Put(field.Field, save.Map(new PdfReference(field.Field)).With(
            "/AP", new PdfMap([("/N", new PdfReference(ContentsOf(save)))]))), "bukan satu gambar"),
        ["an appearance that comes from another file"] = ((save, field) => save.Put(field.Look, save.Map(new PdfReference(field.Look)).With(
            "/Ref", new PdfMap([("/F", new PdfAtom("(lain.pdf)"))])), White), "memuat /Ref"),
        ["an appearance that is shown or not"] = ((save, field) => save.Put(field.Look, save.Map(new PdfReference(field.Look)).With(
            "/OC", new PdfReference(save.Add(ForeignSave.Pairs("/Type /OCG /Name (x)")))), White), "memuat /OC"),
        ["an act when the field is seen"] = ((save, field) => save.Put(field.Field, save.Map(new PdfReference(field.Field)).With(
            "/AA", new PdfMap([("/PV", Script(save))]))), "memuat /AA"),
        ["an act at opening"] = ((save, _) => Catalog(save, "/OpenAction", Script(save)), "katalognya diubah (/OpenAction)"),
        ["scripts by name"] = ((save, _) => Catalog(save, "/Names", new PdfMap([("/JavaScript", new PdfMap([("/Names", new PdfArray([
            new PdfAtom("(a)"), Script(save)]))]))])), "katalognya diubah (/Names)"),
        ["an attached file"] = ((save, _) => Catalog(save, "/AF", new PdfArray([Stream(save)])), "katalognya diubah (/AF)"),
        ["layers"] = ((save, _) => Catalog(save, "/OCProperties", new PdfMap([("/OCGs", new PdfArray([]))])), "katalognya diubah (/OCProperties)"),
        ["other places for signatures"] = ((save, _) => Catalog(save, "/Dests", new PdfMap([])), "katalognya diubah (/Dests)"),
        ["another tree of pages"] = ((save, _) => Catalog(save, "/Pages", new PdfReference(save.Add(
            save.Map(save.Map(save.Root)["/Pages"]).With("/Count", Number(1))))), "katalognya diubah (/Pages)"),
        ["the pages in another order"] = ((save, _) => Tree(save, kids => [.. kids.Reverse()]), "isi yang sudah ada diganti"),
        ["a page is gone"] = ((save, _) => Tree(save, kids => [.. kids.Skip(1)]), "isi yang sudah ada diganti"),
        ["a page more"] = ((save, _) => Tree(save, kids => [.. kids, new PdfReference(save.Add(save.Page(0)))]), "isi yang sudah ada diganti"),
        ["a form of many fields"] = ((save, field) => save.Put(save.Root.Number, save.Map(save.Root).With("/AcroForm",
            ((PdfMap)save.Map(save.Root)["/AcroForm"]!).With("/XFA", Stream(save)))), "isian formulirnya diubah (/XFA)"),
        ["appearances to be drawn by the reader"] = ((save, field) => save.Put(save.Root.Number, save.Map(save.Root).With("/AcroForm",
            ((PdfMap)save.Map(save.Root)["/AcroForm"]!).With("/NeedAppearances", new PdfAtom("true")))), "isian formulirnya diubah (/NeedAppearances)"),
        ["another catalog"] = ((save, _) => save.Closing = trailer => trailer.With("/Root", new PdfReference(save.Add(save.Map(save.Root)))),
            "penutupnya bukan dari dokumen yang sama"),
        ["another title"] = ((save, _) => save.Put(((PdfReference)save.Trailer["/Info"]!).Number,
            save.Map(save.Trailer["/Info"]).With("/Title", new PdfAtom("(Lain)"))), "keterangan dokumennya diganti"),
        ["the information lies over a font"] = ((save, _) => Informed(save, FontOf(save)), "keterangan dokumennya diganti"),
        ["words about the document lie over its contents"] = ((save, _) => Described(save, ContentsOf(save)), "keterangan dokumennya diganti"),
        ["an object that nothing needs"] = ((save, _) => Stream(save), "tanpa dipakai tanda tangan"),
        ["an object that no list names"] = ((save, _) => save.Hidden = "90 0 obj\n<</Type/Catalog>>\nendobj\n", "tidak tercatat dalam daftar isinya"),
        ["a signature that lets nobody sign after it"] = ((save, field) => save.Put(field.Value, save.Map(new PdfReference(field.Value)).With(
            "/Reference", new PdfArray([ForeignSave.Pairs("/TransformMethod /DocMDP")]))), "memuat /Reference"),
        ["material that is no material"] = ((save, _) => Catalog(save, "/DSS", new PdfMap([("/Certs", new PdfArray([Script(save)]))])), "memuat hal lain"),
        ["material that is the page's contents"] = ((save, _) => Catalog(save, "/DSS", new PdfMap([("/Certs", new PdfArray([
            new PdfReference(ContentsOf(save))]))])), "memuat hal lain"),
    };

    public static TheoryData<string, string> All
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var name in Tricks.Keys)
            {
                data.Add(name, nameof(SaveStyle.Table));
                data.Add(name, nameof(SaveStyle.Packed));
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Whatever_a_save_does_besides_the_signature_is_refused_by_name(string trick, string style)
    {
        var file = _service.Sign(_sent, style: Enum.Parse<SaveStyle>(style), besides: Tricks[trick].Trick);

        Assert.Contains(Tricks[trick].Sentence, await WhyNotAsync(file), StringComparison.Ordinal);
        // By its bytes alone it was taken: whoever signed had a good certificate.
        Assert.True(Signatures.Judge(file, FakeBsre.Times).Holds);
        Assert.False(Signatures.JudgeSaves(file, FakeBsre.Times).Holds);
    }

    private const string Numbers = "tidak menyambung yang sudah ada";

    private const string Flat = "tampilan tanda tangannya tidak berukuran biasa";

    /// <summary>Readers differ in how they read these: each could be shown other pages than this program sees.</summary>
    private static readonly Dictionary<string, (SaveStyle Style, Action<ForeignSave, FakeField>? Trick, Func<string, string>? Spelled, string Sentence)> Spellings =
        new(StringComparer.Ordinal)
        {
            ["a stream that does not begin on a new line"] = (SaveStyle.Packed, null, save => save.Replace("stream\r\n", "stream \n", StringComparison.Ordinal), "tidak dimulai pada baris baru"),
            ["a list with a shorter generation"] = (SaveStyle.Table, null, save => save.Replace(" 00000 n \n", " 0000 n  \n", StringComparison.Ordinal), "daftar isinya tidak terbaca"),
            ["a list whose place is not ten digits"] = (SaveStyle.Table, null, save => save.Replace("\n000", "\n+00", StringComparison.Ordinal), "daftar isinya tidak terbaca"),
            ["a list in one line"] = (SaveStyle.Table, null, save => save.Replace("xref\n0 1\n", "xref 0 1\n", StringComparison.Ordinal), "daftar isinya tidak ada di tempatnya"),
            ["an end in the same line"] = (SaveStyle.Table, null, save => save.Replace("\nstartxref", " startxref", StringComparison.Ordinal), "penutupnya menunjuk ke tempat lain"),
            ["flags with a sign"] = (SaveStyle.Table, null, save => save.Replace("/F 132", "/F +36", StringComparison.Ordinal), "ada nilai yang tidak terbaca"),
            ["flags beyond any machine"] = (SaveStyle.Table, (save, field) => Flagged(save, field, new PdfAtom("4294967332")), null, "ada nilai yang tidak terbaca"),
            ["flags that are no whole number"] = (SaveStyle.Table, (save, field) => Flagged(save, field, new PdfAtom("36.0")), null, "nilai /F tidak tertulis langsung"),
            ["flags in an object of their own"] = (SaveStyle.Table, (save, field) => Flagged(save, field, new PdfReference(save.Add(Number(36)))), null, "nilai /F tidak tertulis langsung"),
            ["a reference with a sign"] = (SaveStyle.Table, null, save => save.Replace(" 0 R>>/Rect", "+0 R>>/Rect", StringComparison.Ordinal).Replace("/P ", "/P+", StringComparison.Ordinal), "yang tidak terbaca"),
            ["an object within a stream"] = (SaveStyle.Table, (save, _) => DescribedAs(save, "x\nendstream\nendobj\n1 0 obj\n<<>>\nendobj\n"), null, "dapat dibaca sebagai bagian lain"),
            ["the beginning of an object within a stream"] = (SaveStyle.Packed, (save, _) => DescribedAs(save, "x 1 0 obj <<>> "), null, "dapat dibaca sebagai bagian lain"),
            ["the beginning of an object behind a comment"] = (SaveStyle.Table, (save, _) => DescribedAs(save, "x 1 0%\nobj <<>> "), null, "dapat dibaca sebagai bagian lain"),
            ["another list within a stream"] = (SaveStyle.Table, (save, _) => DescribedAs(save, "xref\n0 1\n"), null, "dapat dibaca sebagai bagian lain"),
            ["packing under a short name"] = (SaveStyle.Table, (save, field) => Packing(save, field, "/DP", ForeignSave.Pairs("/Predictor 12")), null, "dipadatkan dengan cara tersamar"),
            ["packing said elsewhere"] = (SaveStyle.Packed, (save, field) => Packing(save, field, "/DecodeParms", new PdfReference(save.Add(ForeignSave.Pairs("/Predictor 12")))), null, "dipadatkan dengan cara tersamar"),
            ["an object whose number some readers do not know"] = (SaveStyle.Table, (save, _) => Described(save, 9_000_000, size: 9_000_001), null, Numbers),
            ["the first of all in use"] = (SaveStyle.Table, (save, _) => Described(save, 0), null, Numbers),
            ["a size of nothing"] = (SaveStyle.Table, (save, _) => save.Closing = trailer => trailer.With("/Size", Number(0)), null, Numbers),
            ["a size below the form's"] = (SaveStyle.Packed, (save, _) => save.Closing = trailer => trailer.With("/Size", Number(10)), null, Numbers),
            ["a size that leaves the new out"] = (SaveStyle.Table, (save, _) => save.Closing = trailer => trailer.With("/Size", save.Trailer["/Size"]!), null, Numbers),
            ["a size beyond the last"] = (SaveStyle.Table, (save, _) => save.Closing = trailer => trailer.With("/Size", Number(PdfSource.Number(trailer["/Size"])!.Value + 15)), null, Numbers),
            ["a list under the number of another"] = (SaveStyle.Packed, (save, _) => save.OwnList = FontOf(save), null, Numbers),
            ["a list that names no object, far away"] = (SaveStyle.Table, null, save => save.Replace("0 1\n0000000000 65535 f \n", "9000000 0\n8000000 0\n0 0\n", StringComparison.Ordinal), "tidak ada di tempatnya"),
            ["a packed list that names no object, far away"] = (SaveStyle.Packed, null, save => save.Replace("DDEEFF>", "D>", StringComparison.Ordinal).Replace("/Index[", "/Index[99 0 ", StringComparison.Ordinal), "daftar isinya tidak terbaca"),
            ["a list whose packing is said elsewhere"] = (SaveStyle.Packed, (save, _) => save.Closing = trailer => trailer.With("/DecodeParms", save.Root), null, "daftar isinya tidak terbaca"),
            ["a look that holds objects"] = (SaveStyle.Table, (save, field) => Holding(save, field, "/Type", new PdfAtom("/ObjStm")), null, "dapat dibaca sebagai bagian lain"),
            ["a look that lists objects"] = (SaveStyle.Packed, (save, field) => Holding(save, field, "/Type", new PdfAtom("/XRef")), null, "dapat dibaca sebagai bagian lain"),
            ["a look that holds objects, in disguise"] = (SaveStyle.Table, (save, field) => Holding(save, field, "/Type", new PdfAtom("/Obj#53tm")), null, "bagian baru berjenis /Obj#53tm"),
            ["a look whose kind is said elsewhere"] = (SaveStyle.Table, (save, field) => Holding(save, field, "/Type", new PdfReference(save.Add(new PdfAtom("/XObject")))), null, "bagian baru berjenis "),
            ["another catalog in the look"] = (SaveStyle.Packed, (save, field) => Holding(save, field, "/PieceInfo", new PdfReference(save.Add(save.Map(save.Root)))), null, "bagian baru berjenis /Catalog"),
            ["what holds objects is drawn as well"] = (SaveStyle.Packed, (save, _) => save.Holding = map => map.With("/Subtype", new PdfAtom("/Form")), null, "ada bagian yang dipadatkan yang tidak terbaca"),
            ["an object within what a stream unpacks to"] = (SaveStyle.Table, (save, _) => Described(save, null, "x 1 0 obj <<>> ", isDeflated: true), null, "dapat dibaca sebagai bagian lain"),
            ["an object far within what a stream unpacks to"] = (SaveStyle.Packed, (save, _) => Described(save, null, new string('x', (16 * 1024) - 2) + " 1 0 obj <<>> ", isDeflated: true), null, "dapat dibaca sebagai bagian lain"),
            ["a list within what a look unpacks to"] = (SaveStyle.Table, (save, field) => Deflated(save, field, "q Q % xref"), null, "dapat dibaca sebagai bagian lain"),
            ["an object within a packed text"] = (SaveStyle.Packed, (save, field) => save.Put(field.Field, save.Map(new PdfReference(field.Field)).With("/TU", new PdfAtom("(1 0 obj)"))), null, "dapat dibaca sebagai bagian lain"),
            ["packing that few readers know"] = (SaveStyle.Table, (save, field) => Packing(save, field, "/Filter", new PdfAtom("/LZWDecode")), null, "dipadatkan dengan cara tersamar"),
            ["rows where there is no picture"] = (SaveStyle.Table, (save, field) => Deflated(save, field, "q Q", ("/DecodeParms", ForeignSave.Pairs("/Predictor 12"))), null, "dipadatkan dengan cara tersamar"),
            ["a look without a place"] = (SaveStyle.Table, (save, field) => save.Put(field.Look, save.Map(new PdfReference(field.Look)).Without("/BBox"), White), null, Flat),
            ["a look of no size"] = (SaveStyle.Table, (save, field) => Looking(save, field, "/BBox", 0, 0, 0, 65), null, Flat),
            ["a look of hardly any size"] = (SaveStyle.Table, (save, field) => Looking(save, field, "/BBox", 0, 0, 65, 0.001), null, Flat),
            ["a look from right to left"] = (SaveStyle.Table, (save, field) => Looking(save, field, "/BBox", 65, 65, 0, 0), null, Flat),
            ["a look beyond any page"] = (SaveStyle.Table, (save, field) => Looking(save, field, "/BBox", 1_000_000_000, 0, 1_000_000_065, 65), null, Flat),
            ["a look that is pressed flat"] = (SaveStyle.Table, (save, field) => Looking(save, field, "/Matrix", 1, 0, 0, 0, 0, 0), null, Flat),
            ["a look pressed into a line"] = (SaveStyle.Packed, (save, field) => Looking(save, field, "/Matrix", 1, 2, 2, 4, 0, 0), null, Flat),
            ["a look turned by half a matrix"] = (SaveStyle.Table, (save, field) => Looking(save, field, "/Matrix", 1, 0, 0), null, Flat),
            ["a look turned out of the world"] = (SaveStyle.Table, (save, field) => Looking(save, field, "/Matrix", 1, 0, 0, 1, 1_000_000_000, 0), null, Flat),
            ["an unseen look without a place"] = (SaveStyle.Table, (save, field) => { Placed(save, field, (_, _, _, _) => [0, 0, 0, 0]); save.Put(field.Look, save.Map(new PdfReference(field.Look)).Without("/BBox"), White); }, null, Flat),
            ["an unseen look that is pressed flat"] = (SaveStyle.Packed, (save, field) => { Placed(save, field, (_, _, _, _) => [0, 0, 0, 0]); Looking(save, field, "/Matrix", 0, 0, 0, 0, 0, 0); }, null, Flat),
            ["a place that is a line"] = (SaveStyle.Table, (save, field) => Placed(save, field, (l, b, r, t) => [l, b, l, t]), null, "tempat tanda tangannya tidak berukuran biasa"),
            ["a place from right to left"] = (SaveStyle.Table, (save, field) => Placed(save, field, (l, b, r, t) => [r, t, l, b]), null, "tempat tanda tangannya tidak berukuran biasa"),
            ["a look made of what is not there"] = (SaveStyle.Table, (save, field) => Holding(save, field, "/PieceInfo", new PdfReference(999)), null, "menunjuk ke bagian yang tidak ada"),
            ["contents in another file"] = (SaveStyle.Table, (save, field) => Packing(save, field, "/F", new PdfAtom("(lain)")), null, "dipadatkan dengan cara tersamar"),
        };

    public static TheoryData<string> AllSpellings => [.. Spellings.Keys];

    [Theory]
    [MemberData(nameof(AllSpellings))]
    public async Task What_readers_read_in_more_than_one_way_is_refused(string spelling)
    {
        var (style, trick, spelled, sentence) = Spellings[spelling];
        var file = _service.Sign(_sent, style: style, besides: trick, spelled: spelled);

        Assert.Contains(sentence, await WhyNotAsync(file), StringComparison.Ordinal);
        Assert.False(Signatures.JudgeSaves(file, FakeBsre.Times).Holds);
    }

    [Fact]
    public async Task What_programs_write_besides_is_taken()
    {
        foreach (var (style, besides) in new (SaveStyle, Action<ForeignSave, FakeField>)[]
        {
            // A list that does not name itself; a number that was given and not used.
            (SaveStyle.Packed, (save, _) => save.OwnList = save.Take()),
            (SaveStyle.Table, (save, _) => Described(save, save.Take() < save.Take() ? save.Take() : null)),
            (SaveStyle.Table, (save, _) => Described(save, null, string.Concat(Enumerable.Repeat("an object\n", 20_000)), isDeflated: true)),
            (SaveStyle.Table, (save, field) => Deflated(save, field, "q Q")),
            (SaveStyle.Table, (save, field) => Looking(save, field, "/Matrix", 0, 1, -1, 0, 50, 0)),
            (SaveStyle.Packed, (save, field) => Looking(save, field, "/BBox", -10.5, -10, 60, 50)),
        })
        {
            Assert.Null(await WhyNotAsync(_service.Sign(_sent, style: style, besides: besides)));
        }
    }

    [Fact]
    public async Task A_look_that_unpacks_to_too_much_is_given_up()
    {
        var file = _service.Sign(_sent, besides: (save, field) => Deflated(save, field, new string(' ', 32 * 1024 * 1024)));
        var before = WorkDone.Now();
        Assert.Contains("dipadatkan terlalu banyak", Signatures.ReadSaves(file, FakeBsre.Times).WhyNot, StringComparison.Ordinal);
        Assert.True(WorkDone.Now().Since(before).Bytes < 32L * 1024 * 1024, $"{WorkDone.Now().Since(before)}");
        Assert.Contains("dipadatkan terlalu banyak", await WhyNotAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_that_says_to_be_older_than_its_request_is_not_taken()
    {
        foreach (var (moment, isTaken) in new[] { (-25, false), (-23, true), (0, true), (23, true), (25, false) })
        {
            _service.Moment = FakeBsre.SignedAt.AddHours(moment);
            Assert.Equal(isTaken, await WhyNotAsync(_service.Sign(_sent)) is null);
        }
    }

    [Fact]
    public async Task An_honest_save_is_taken_in_either_spelling_and_the_next_signs_behind_it()
    {
        var (one, place) = (_sent, 0);
        foreach (var style in new[] { SaveStyle.Packed, SaveStyle.Table, SaveStyle.Packed })
        {
            var next = _service.Sign(one, style: style, picture: QrPicture(), besides: (save, _) =>
            {
                Informed(save, ((PdfReference)save.Trailer["/Info"]!).Number);
                Described(save, null);
            });
            var compared = await new BsreComparison(Signatures, _pictures).CompareAsync(
                one, FakeBsre.SignedAt, next, Enum.GetValues<SignaturePlace>()[place++], FakeBsre.Times, CancellationToken.None);
            Assert.Null(compared.WhyNot);
            Assert.Equal((FakeBsre.Anybody, true, false), (compared.Made!.Signer, compared.IsWhole, compared.HasMaterial));
            one = next;
        }

        var report = Signatures.JudgeSaves(one, FakeBsre.Times);
        Assert.True(report.Holds, report.Fault);
        Assert.Equal(3, report.Signatures.Count);
        Assert.True(Signatures.AreComplete(one, 3, FakeBsre.Times));
    }

    [Theory]
    [InlineData(SaveStyle.Table)]
    [InlineData(SaveStyle.Packed)]
    internal async Task Material_for_checking_later_is_read_and_told_and_is_nothing_else(SaveStyle style)
    {
        var signed = _service.Sign(_sent);
        var file = _service.WithMaterial(signed, style);
        var compared = await ComparedAsync(file);
        Assert.Null(compared.WhyNot);
        Assert.True(compared.HasMaterial);
        Assert.Contains("dengan bahan pemeriksaan jangka panjang", Signatures.Words(Signatures.JudgeSaves(file, FakeBsre.Times), default), StringComparison.Ordinal);
        // The next signs behind it, and brings material of his own.
        var two = _service.WithMaterial(_service.Sign(file, style: style), style);
        Assert.Null((await new BsreComparison(Signatures, _pictures).CompareAsync(
            file, FakeBsre.SignedAt, two, SignaturePlace.Asn, FakeBsre.Times, CancellationToken.None)).WhyNot);
        Assert.Equal(2, Signatures.JudgeSaves(two, FakeBsre.Times).Signatures.Count);

        foreach (var (besides, sentence) in new (Action<ForeignSave, PdfMap>, string)[]
        {
            ((save, _) => save.Put(save.Form.Pages[0], save.Page(0).With("/Contents", Stream(save))), "halaman 1 diganti"),
            ((save, _) => save.Put(ContentsOf(save), new PdfMap([]), White), "isi yang sudah ada diganti"),
            ((save, _) => Annotate(save, 0, Note(save)), "ada yang ditempelkan"),
            ((save, _) => Catalog(save, "/OpenAction", Script(save)), "katalognya diubah"),
            ((save, store) => Catalog(save, "/DSS", store.With("/Certs", new PdfArray([Script(save)]))), "memuat hal lain"),
            ((save, store) => Catalog(save, "/DSS", store.With("/Other", new PdfArray([]))), "memuat hal lain"),
            ((save, _) => Stream(save), "tanpa dipakai"),
        })
        {
            var bad = _service.WithMaterial(signed, style, besides);
            Assert.Contains("ada bagian yang ditambahkan sesudah tanda tangannya", await WhyNotAsync(bad), StringComparison.Ordinal);
            Assert.Contains(sentence, Signatures.JudgeSaves(bad, FakeBsre.Times).Fault, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_timestamp_over_the_whole_file_shows_nothing_and_is_of_its_bytes()
    {
        var signed = _service.Sign(_sent);
        var file = _service.WithMaterial(await _service.WithStampAsync(_service.WithMaterial(signed)));
        Assert.Null((await ComparedAsync(file)).WhyNot);
        var report = Signatures.JudgeSaves(file, FakeBsre.Times);
        Assert.True(report is { Holds: true, Signatures.Count: 1, HasMaterial: true }, report.Fault);

        Assert.Contains("stempel waktunya tidak sah", Signatures.JudgeSaves(await _service.WithStampAsync(signed, isGood: false), FakeBsre.Times).Fault,
            StringComparison.Ordinal);
        Assert.Contains("stempel waktunya tampak pada halaman", Signatures.JudgeSaves(await _service.WithStampAsync(signed, size: 50), FakeBsre.Times).Fault,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-300, 0, 1, "di luar tempat yang disediakan")]
    [InlineData(0, 40, 1, "di luar tempat yang disediakan")]
    [InlineData(0, 0, 4, "di luar tempat yang disediakan")]
    public async Task A_widget_lies_within_the_room_of_its_signer(double right, double up, double times, string sentence)
    {
        var room = BsreRoom.Of(_sent, SignaturePlace.PejabatPenilai, BsreOrigin.KiriBawah);
        Assert.Contains(
            sentence, await WhyNotAsync(_service.Sign(_sent, x: room.X + right, y: room.Y + up, side: room.Side * times)), StringComparison.Ordinal);
        var other = BsreRoom.Of(_sent, SignaturePlace.Asn, BsreOrigin.KiriBawah);
        Assert.Contains("di tempat orang lain",
            await WhyNotAsync(_service.Sign(_sent, other.Page, other.X, other.Y, other.Side)), StringComparison.Ordinal);
        // Without a size it shows nothing, and covers nothing.
        Assert.Null((await ComparedAsync(_service.Sign(_sent, x: 0, y: 0, side: 0))).WhyNot);
    }

    [Fact]
    public async Task The_pictures_alone_find_what_shows_outside_the_box_and_name_the_page()
    {
        var form = FormRooms.Of(_sent);
        var room = form.Room(SignaturePlace.PejabatPenilai);
        var on = form.Pages.ToList().IndexOf(room.Page);
        foreach (var (trick, page) in new[] { ("the page has other contents", 1), ("a font draws other signs", 1), ("an annotation over the page", 1), ("the page is turned", 1) })
        {
            var why = await _pictures.WhyNotSameAsync(
                _sent, _service.Sign(_sent, besides: Tricks[trick].Trick), form.Sizes, on, room.Box, CancellationToken.None);
            Assert.StartsWith($"halaman {page} tampak lain", why, StringComparison.Ordinal);
        }

        Assert.Equal("jumlah halamannya tidak sama", await _pictures.WhyNotSameAsync(
            _sent, _service.Sign(_sent, besides: Tricks["a page more"].Trick), form.Sizes, on, room.Box, CancellationToken.None));
        // One point of another colour, anywhere but in the box.
        var dot = _service.Sign(_sent, besides: (save, _) => save.Put(save.Form.Pages[^1], save.Page(save.Form.Pages.Count - 1).With("/Contents",
            new PdfArray([save.Page(save.Form.Pages.Count - 1)["/Contents"]!, new PdfReference(save.Add(new PdfMap([]), "1 0 0 rg 300 300 1 1 re f"u8.ToArray()))]))));
        Assert.StartsWith($"halaman {form.Pages.Count} tampak lain",
            await _pictures.WhyNotSameAsync(_sent, dot, form.Sizes, on, room.Box, CancellationToken.None), StringComparison.Ordinal);
        // Beside the box, on its own page.
        var beside = _service.Sign(_sent, besides: (save, _) => save.Put(room.Page, save.Page(on).With("/Contents", new PdfArray([
            save.Page(on)["/Contents"]!, new PdfReference(save.Add(new PdfMap([]), Encoding.ASCII.GetBytes(string.Create(
                CultureInfo.InvariantCulture, $"1 0 0 rg {room.Box.Right + 6:0} {room.Box.Bottom:0} 2 2 re f"))))]))));
        Assert.StartsWith($"halaman {on + 1} tampak lain",
            await _pictures.WhyNotSameAsync(_sent, beside, form.Sizes, on, room.Box, CancellationToken.None), StringComparison.Ordinal);
        Assert.Null(await _pictures.WhyNotSameAsync(_sent, _service.Sign(_sent, picture: QrPicture()), form.Sizes, on, room.Box, CancellationToken.None));
        Assert.NotNull(await _pictures.WhyNotSameAsync(_sent, _service.Sign(_sent, picture: QrPicture()), form.Sizes, on, null, CancellationToken.None));
        // What only a reader finds that looks for objects by itself: behind the others, where no list names it.
        var hidden = _service.Sign(_sent, besides: (save, _) => save.Hidden =
            $"{save.Form.Pages[0]} 0 obj\n{save.Page(0).With("/Contents", new PdfReference(save.Add(new PdfMap([]), White)))}\nendobj\n");
        Assert.Equal("halaman 1 tampak lain daripada yang dikirim, di luar tempat tanda tangan, bila dibaca tanpa daftar isinya",
            await _pictures.WhyNotSameAsync(_sent, hidden, form.Sizes, on, room.Box, CancellationToken.None));
        var without = new PagePictures(Options.Create(new ScanSettings { Pdftoppm = "tidak-ada-program-ini" }));
        Assert.Contains("tidak terpasang", await without.WhyNotSameAsync(_sent, _sent, form.Sizes, on, null, CancellationToken.None), StringComparison.Ordinal);
    }

    [Fact]
    public void A_save_that_is_spoilt_is_refused_and_costs_no_more_than_any_other()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("SOP_FUZZ_SEED"), CultureInfo.InvariantCulture, out var given) ? given : 20261128;
        var random = new Random(seed);
        var good = new[]
        {
            _service.Sign(_sent), _service.Sign(_sent, style: SaveStyle.Packed),
            _service.WithMaterial(_service.Sign(_sent)), _service.WithMaterial(_service.Sign(_sent, style: SaveStyle.Packed), SaveStyle.Packed),
        };
        var (signatures, found) = (Signatures, new SortedDictionary<string, int>(StringComparer.Ordinal));
        for (var i = 0; i < 2000; i++)
        {
            var file = good[random.Next(good.Length)];
            var mutant = Spoilt(random, file, _sent.Length, out var how);
            var before = WorkDone.Now();
            ReadSaves read;
            try
            {
                read = signatures.ReadSaves(mutant, FakeBsre.Times);
            }
            catch (Exception escaped)
            {
                throw new Xunit.Sdk.XunitException($"SOP_FUZZ_SEED={seed}, mutant {i} ({how}): {escaped}", escaped);
            }

            var work = WorkDone.Now().Since(before);
            Assert.True(work.Bytes < 64L * 1024 * 1024 && work.Processor < TimeSpan.FromSeconds(2), $"SOP_FUZZ_SEED={seed}, mutant {i} ({how}): {work}");
            var isGood = good.Any(known => known.AsSpan().SequenceEqual(mutant));
            // What lies behind the signature is held by the guard and not by the signature.
            Assert.True(isGood || read.WhyNot is not null || read.Report.Signatures.Any(s => !s.Holds) || IsHarmless(mutant, file, Array.IndexOf(good, file) > 1),
                $"SOP_FUZZ_SEED={seed}, mutant {i} ({how}) holds.");
            var kind = read.WhyNot ?? read.Report.Signatures.SelectMany(s => s.Faults).FirstOrDefault() ?? "holds";
            found[kind] = found.GetValueOrDefault(kind) + 1;
        }

        output.WriteLine(string.Join('\n', found.Select(f => $"{f.Value,8} {f.Key}")));
        Assert.True(found.Count > 12, $"{found.Count} kinds of findings");
    }

    [Fact]
    public void A_save_that_unpacks_to_too_much_or_lists_itself_is_given_up()
    {
        var bomb = ForeignSave.Deflated(new byte[64 * 1024 * 1024]);
        var next = PdfSource.Number(new ForeignSave(_sent).Trailer["/Size"])!.Value;
        foreach (var (save, sentence) in new[]
        {
            (Raw($"90 0 obj\n<</Type/XRef/Size 91/W[1 2 1]/Root 1 0 R/Prev {Table(_sent)}/Filter/FlateDecode/Length {bomb.Length}>>\nstream\n", bomb), "dipadatkan terlalu banyak"),
            (Raw($"90 0 obj\n<</Type/XRef/Size 2147483647/W[0 0 0]/Root 1 0 R/Prev {Table(_sent)}/Length 0>>\nstream\n", []), "terlalu banyak"),
            (Raw($"90 0 obj\n<</Type/XRef/Size 91/W[1 2 1]/Root 1 0 R/Index[90 1]/Prev {_sent.Length}/Length 4>>\nstream\n", [1, 0, 0, 0]), "berputar"),
            (Raw($"{next} 0 obj\n<</Type/XRef/Size {next + 1}/W[1 4 1]/Index[{next} 1]/Root 1 0 R/Prev {Table(_sent)}/Length 6>>\nstream\n",
                [2, 0, 0, (byte)(next >> 8), (byte)next, 0]), "menunjuk ke tempat lain"),
        })
        {
            var before = WorkDone.Now();
            var read = Signatures.ReadSaves(save, FakeBsre.Times);
            Assert.Contains(sentence, read.WhyNot, StringComparison.Ordinal);
            Assert.True(WorkDone.Now().Since(before).Bytes < 32L * 1024 * 1024, $"{WorkDone.Now().Since(before)}");
        }

        byte[] Raw(string head, byte[] stream) =>
            [.. _sent, .. Encoding.Latin1.GetBytes(head), .. stream, .. Encoding.Latin1.GetBytes($"\nendstream\nendobj\nstartxref\n{_sent.Length}\n%%EOF\n")];
    }

    public void Dispose() => _service.Dispose();

    private static void Flagged(ForeignSave save, FakeField field, PdfValue flags) =>
        save.Put(field.Field, save.Map(new PdfReference(field.Field)).With("/F", flags));

    private static void Packing(ForeignSave save, FakeField field, string key, PdfValue value) =>
        save.Put(field.Look, save.Map(new PdfReference(field.Look)).With(key, value), White);

    private static void Holding(ForeignSave save, FakeField field, string key, PdfValue value) => Deflated(save, field,
        $"{save.Form.Pages[0]} 0 {save.Page(0).With("/Rotate", Number(180))}", (key, value), ("/N", Number(1)), ("/First", Number(6)));

    private static void Deflated(ForeignSave save, FakeField field, string content, params (string Key, PdfValue Value)[] with) => save.Put(
        field.Look, with.Aggregate(save.Map(new PdfReference(field.Look)).With("/Filter", new PdfAtom("/FlateDecode")), (map, one) => map.With(one.Key, one.Value)),
        ForeignSave.Deflated(Encoding.Latin1.GetBytes(content)));

    private static void Looking(ForeignSave save, FakeField field, string key, params double[] numbers) =>
        save.Put(field.Look, save.Map(new PdfReference(field.Look)).With(key, new PdfArray([.. numbers.Select(Number)])), White);

    private static void Placed(ForeignSave save, FakeField field, Func<double, double, double, double, double[]> how)
    {
        var map = save.Map(new PdfReference(field.Field));
        var box = PdfBox.Of(map["/Rect"])!;
        save.Put(field.Field, map.With("/Rect", new PdfArray([.. how(box.Left, box.Bottom, box.Right, box.Top).Select(Number)])));
    }

    private async Task<string?> WhyNotAsync(byte[] file) => (await ComparedAsync(file)).WhyNot;

    private Task<Compared> ComparedAsync(byte[] file) =>
        new BsreComparison(Signatures, _pictures).CompareAsync(
            _sent, FakeBsre.SignedAt, file, SignaturePlace.PejabatPenilai, FakeBsre.Times, CancellationToken.None);

    // Within the message itself some bytes are signed by nobody (its versions, the list of its algorithms); within the material a day, or a
    // byte of a certificate.
    private static bool IsHarmless(byte[] mutant, byte[] file, bool hasMaterial)
    {
        var hole = file.AsSpan().LastIndexOf("/Contents<"u8) is var at && at < 0 ? 0 : at + "/Contents<".Length;
        var end = hole + file.AsSpan(hole).IndexOf((byte)'>');
        if (hasMaterial)
        {
            // What lies behind the signature nobody signed: its own list, its days, its comments.
            return mutant.Length > end && Enumerable.Range(0, end).All(i => mutant[i] == file[i] || i >= hole);
        }

        return mutant.Length == file.Length && Enumerable.Range(0, file.Length).All(i => mutant[i] == file[i] || (i >= hole && i < end));
    }

    private static byte[] Spoilt(Random random, byte[] file, int from, out string how)
    {
        var at = random.Next(from, file.Length);
        how = $"at {at}";
        string[] words =
        [
            "/Type", "/Annots", "/AcroForm", "/Fields", "/Kids", "/ObjStm", "/XRef", "/W", "/Index", "/First", "/N", "/Prev", "/DSS", "/VRI", "1 0 R", "90 0 R",
            "2147483647", "-1", "99999999999999999999", "<<", ">>", "[", "]", "obj", "endobj", "stream", "xref", "trailer", "startxref", "%%EOF\n", "null", "#41",
        ];
        switch (random.Next(6))
        {
            case 0:
                how += " bit";
                return [.. file[..at], (byte)(file[at] ^ (1 << random.Next(8))), .. file[(at + 1)..]];
            case 1:
                how += " word";
                return [.. file[..at], .. Encoding.ASCII.GetBytes(words[random.Next(words.Length)]), .. file[at..]];
            case 2:
                how += " cut";
                return [.. file[..at], .. file[Math.Min(file.Length, at + random.Next(1, 200))..]];
            case 3:
                how += " digits";
                return [.. file.Select((b, i) => i >= at && i < at + 12 && char.IsAsciiDigit((char)b) ? (byte)('0' + random.Next(10)) : b)];
            case 4:
                how += " end";
                return file[..at];
            default:
                how += " twice";
                return [.. file, .. file[at..]];
        }
    }

    private static int Table(byte[] file) => PdfSource.Read(file).Revisions[^1].Table;

    private static PdfReference Stream(ForeignSave save) => new(save.Add(new PdfMap([]), White));

    private static PdfReference Script(ForeignSave save) => new(save.Add(ForeignSave.Pairs("/S /JavaScript /JS (app.alert\\(1\\))")));

    private static int ContentsOf(ForeignSave save) => ((PdfReference)save.Page(0)["/Contents"]!).Number;

    private static int FontOf(ForeignSave save) => save.Map(save.Map(save.Page(0)["/Resources"])["/Font"]).Entries
        .Select(e => e.Value).OfType<PdfReference>().First().Number;

    private static PdfReference Note(ForeignSave save) => new(save.Add(ForeignSave.Pairs("/Type /Annot /Subtype /Square /F 4", (
        "/Rect", new PdfArray([Number(50), Number(50), Number(500), Number(700)])), ("/IC", new PdfArray([Number(1), Number(1), Number(1)])),
        ("/AP", new PdfMap([("/N", new PdfReference(save.Add(ForeignSave.Pairs("/Type /XObject /Subtype /Form", (
            "/BBox", new PdfArray([Number(0), Number(0), Number(450), Number(650)]))), White)))])))));

    private static void Annotate(ForeignSave save, int page, PdfReference mark)
    {
        var map = save.Page(page);
        save.Put(save.Form.Pages[page], map.With("/Annots", new PdfArray([.. (map["/Annots"] as PdfArray ?? new([])).Items, mark])));
    }

    private static void Catalog(ForeignSave save, string key, PdfValue value) => save.Put(save.Root.Number, save.Map(save.Root).With(key, value));

    private static PdfMap Fields(ForeignSave save, params int[] fields) =>
        ((PdfMap)save.Map(save.Root)["/AcroForm"]!).With("/Fields", new PdfArray([.. fields.Select(f => new PdfReference(f))]));

    private static void Tree(ForeignSave save, Func<IReadOnlyList<PdfValue>, IReadOnlyList<PdfValue>> how)
    {
        var tree = (PdfReference)save.Map(save.Root)["/Pages"]!;
        var kids = how(((PdfArray)save.Map(tree)["/Kids"]!).Items);
        save.Put(tree.Number, save.Map(tree).With("/Kids", new PdfArray(kids)).With("/Count", Number(kids.Count)));
    }

    // As programs do that tell when they changed a file.
    private static void Informed(ForeignSave save, int number)
    {
        save.Put(number, save.Map(save.Trailer["/Info"]).With("/ModDate", new PdfAtom("(D:20261123170000+08'00')"))
            .With("/Producer", new PdfAtom("(modified using iText)")));
        save.Closing = trailer => trailer.With("/Info", new PdfReference(number));
    }

    private static void DescribedAs(ForeignSave save, string words) => Described(save, null, words);

    private static void Described(
        ForeignSave save, int? number, string words = "<x:xmpmeta xmlns:x='adobe:ns:meta/'/>", bool isDeflated = false, int? size = null)
    {
        var own = save.Map(save.Root)["/Metadata"] as PdfReference;
        var at = number ?? own?.Number ?? save.Take();
        var bytes = Encoding.ASCII.GetBytes(words);
        save.Put(at, ForeignSave.Pairs(isDeflated ? "/Type /Metadata /Subtype /XML /Filter /FlateDecode" : "/Type /Metadata /Subtype /XML"),
            isDeflated ? ForeignSave.Deflated(bytes) : bytes);
        Catalog(save, "/Metadata", new PdfReference(at));
        save.Closing = size is { } given ? trailer => trailer.With("/Size", Number(given)) : save.Closing;
    }

    private static byte[] QrPicture() => QrSquare.Png("https://kinerja.example.go.id/periksa/0123-4567-89AB");

    private static PdfAtom Number(double number) => ForeignSave.Number(number);
}
