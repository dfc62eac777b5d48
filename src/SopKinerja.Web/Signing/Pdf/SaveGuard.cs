namespace SopKinerja.Web.Signing.Pdf;

internal enum SaveKind
{
    Signature,

    /// <summary>A timestamp over the whole file, which shows nothing.</summary>
    Timestamp,

    /// <summary>What is needed to check signatures later, and nothing else.</summary>
    LongTerm,
}

/// <param name="Signature">Its dictionary; null where nothing was signed.</param>
/// <param name="Room">Where it shows; null where it shows nothing.</param>
/// <param name="HasMaterial">Whether the save brings what is needed to check signatures later.</param>
internal sealed record SaveFound(SaveKind Kind, PdfMap? Signature, FormRoom? Room, PdfBox? Shown, bool HasMaterial);

/// <summary>
/// What a save of another program behind a form of ours may do: add one signature field with its widget inside a room that the form left,
/// and what belongs to it; or material for checking later. Everything else is refused by name, whether it shows or not (the list is in
/// docs/decisions/0047).
/// </summary>
internal sealed partial class SaveGuard(SavedPdf saved, FormRooms form, int save)
{
    private static readonly HashSet<string> OfTrailer =
        ["/Size", "/Root", "/Info", "/ID", "/Prev", "/Type", "/W", "/Index", "/Length", "/Filter", "/DecodeParms"];

    private static readonly HashSet<string> OfCatalog = ["/AcroForm", "/DSS", "/Extensions", "/Metadata", "/Version"];

    private static readonly HashSet<string> OfForm = ["/Fields", "/SigFlags", "/DR", "/DA"];

    private static readonly HashSet<string> OfField =
        ["/Type", "/Subtype", "/FT", "/T", "/TU", "/TM", "/F", "/Ff", "/Rect", "/P", "/AP", "/V", "/DA", "/MK", "/M", "/NM"];

    private static readonly HashSet<string> OfSignature =
    [
        "/Type", "/Filter", "/SubFilter", "/ByteRange", "/Contents", "/M", "/Name", "/Location", "/Reason", "/ContactInfo", "/Prop_Build",
        "/Prop_AuthTime", "/Prop_AuthType", "/R", "/V", "/Cert",
    ];

    // What a new dictionary calls itself: a reader that looks for objects by itself takes lists, catalogs and more objects out of others.
    private static readonly HashSet<string> OfNew =
    [
        "/Annot", "/Sig", "/DocTimeStamp", "/XObject", "/Metadata", "/DSS", "/VRI",
        "/Font", "/FontDescriptor", "/Encoding", "/CMap", "/ExtGState", "/Pattern",
    ];

    // Drawing that another file holds, or that is shown or not as the reader pleases.
    private static readonly string[] NotDrawn = ["/Ref", "/OPI", "/F", "/FFilter", "/FDecodeParms", "/OC"];

    // Print, NoView of nobody: a widget that keeps its size and is on paper as well.
    private const int GoodFlags = 4 + 64 + 128 + 512;

    // Of what a matrix makes of a square: below this, readers differ on whether anything is left.
    private const double Flattest = 0.01;

    private readonly int _before = save - 1;

    private readonly HashSet<int> _explained = [];

    private readonly PdfMap _trailer = saved.Saves[save].Trailer;

    private PdfMap _was = null!;

    private PdfMap _is = null!;

    private int? _field;

    /// <summary>What the save is, or why it is refused, as a part of a sentence.</summary>
    /// <exception cref="PdfRefusedException">It cannot be read.</exception>
    public (SaveFound? Found, string? WhyNot) Judge()
    {
        saved.Time();
        if ((WhyNotTrailer() ?? WhyNotCatalog() ?? WhyNotForm() ?? WhyNotMaterial()) is { } refused)
        {
            return (null, refused);
        }

        var (page, pageRefused) = Page();
        var (found, fieldRefused) = pageRefused is null ? Field(page) : (null, null);
        return (pageRefused ?? fieldRefused ?? WhyNotRest() ?? WhyNotKinds()) is { } why ? (null, why) : (found, null);
    }

    private string? WhyNotTrailer()
    {
        var before = saved.Saves[_before];
        if (_trailer["/Root"] is not PdfReference root || !root.IsSameAs(before.Trailer["/Root"])
            || PdfSource.Number(_trailer["/Prev"]) != before.Table
            || _trailer.Entries.Any(e => !OfTrailer.Contains(e.Key))
            || (before.Trailer["/ID"] is PdfArray { Items: [var was, _] }
                && !(_trailer["/ID"] is PdfArray { Items: [var stays, _] } && PdfMeaning.IsSame(was, stays))))
        {
            return "penutupnya bukan dari dokumen yang sama";
        }

        (_was, _is) = (saved.Map(root, _before), saved.Map(root, save));
        _explained.Add(root.Number);
        // The list itself, where it is an object, and what holds packed ones.
        _explained.UnionWith(saved.Saves[save].Places.Where(p => p.Value.Offset == saved.Saves[save].Table && p.Value.PackedIn is null)
            .Select(p => p.Key));
        _explained.UnionWith(saved.Saves[save].Places.Values.Select(p => p.PackedIn).OfType<int>());
        return _explained.Any(number => number != root.Number && saved.SaveOf(number, _before) is not null)
            ? "isi yang sudah ada diganti"
            : WhyNotInformation(before.Trailer["/Info"], _trailer["/Info"]);
    }

    private string? WhyNotInformation(PdfValue? was, PdfValue? now)
    {
        if (was is null && now is null)
        {
            return null;
        }

        if (was is null || now is not PdfReference { Number: var number } || !IsItsOwn(number, was))
        {
            return "keterangan dokumennya diganti";
        }

        _explained.Add(number);
        return PdfMeaning.Differing(saved.Map(was, _before), saved.Map(now, save)).Any(key => key is not ("/ModDate" or "/Producer"))
            ? "keterangan dokumennya diganti"
            : null;
    }

    private string? WhyNotCatalog()
    {
        var differing = PdfMeaning.Differing(_was, _is).ToList();
        return differing.FirstOrDefault(key => !OfCatalog.Contains(key)) is { } other
                ? $"katalognya diubah ({other})"
            : differing.Contains("/Version") && _is["/Version"] is not PdfAtom { Raw: "/1.5" or "/1.6" or "/1.7" or "/2.0" }
                ? "katalognya diubah (/Version)"
            : differing.Contains("/Extensions") && !IsPlain(_is["/Extensions"], 3) ? "katalognya diubah (/Extensions)"
            : WhyNotMetadata();
    }

    // Of words alone: shown on no page.
    private string? WhyNotMetadata()
    {
        if (_is["/Metadata"] is not PdfReference { Number: var number })
        {
            return _was["/Metadata"] is null && _is["/Metadata"] is null ? null : "keterangan dokumennya diganti";
        }

        _explained.Add(number);
        return IsItsOwn(number, _was["/Metadata"]) && saved.Find(number, save) is { Stream: not null, Value: PdfMap map }
            && map.Is("/Type", "/Metadata")
                ? null
                : "keterangan dokumennya diganti";
    }

    // The number that was there for it, or one that nothing had: never that of something else.
    private bool IsItsOwn(int number, PdfValue? was) =>
        saved.SaveOf(number, _before) is null || (was is PdfReference { Number: var its } && its == number);

    private string? WhyNotForm()
    {
        if (_is["/AcroForm"] is null)
        {
            return _was["/AcroForm"] is null ? null : "isian formulirnya dihapus";
        }

        var (old, now) = (_was["/AcroForm"] is { } known ? saved.Map(known, _before) : new PdfMap([]), saved.Map(_is["/AcroForm"], save));
        Explain(_is["/AcroForm"]);
        if (PdfMeaning.Differing(old, now).FirstOrDefault(key => !OfForm.Contains(key)) is { } other)
        {
            return $"isian formulirnya diubah ({other})";
        }

        Explain(now["/Fields"]);
        var (was, fields) = (List(old["/Fields"], _before), List(now["/Fields"], save));
        if (fields is null || was is null || fields.Count < was.Count || fields.Count > was.Count + 1
            || !was.Zip(fields).All(pair => PdfMeaning.IsSame(pair.First, pair.Second))
            || (now["/DA"] is { } text && text is not PdfAtom { Raw: ['(' or '<', ..] })
            || PdfSource.Number(now["/SigFlags"] ?? PdfIncrement.Number(0)) is not (>= 0 and <= 3)
            || Reach(PdfMeaning.IsSame(old["/DR"], now["/DR"]) ? null : now["/DR"]) is not null)
        {
            return "isian formulirnya diubah lebih dari satu tanda tangan";
        }

        if (fields.Count > was.Count)
        {
            _field = (fields[^1] as PdfReference)?.Number;
            return _field is not { } field || saved.SaveOf(field, _before) is not null || saved.Find(field, save)?.Value is not PdfMap map
                || map["/T"] is null || was.Any(one => PdfMeaning.IsSame(saved.Map(one, _before)["/T"], map["/T"]))
                ? "isian tanda tangannya bukan isian baru"
                : null;
        }

        return null;
    }

    /// <summary>The page to which the widget of the field was added; null when to none.</summary>
    private (int? Page, string? WhyNot) Page()
    {
        int? added = null;
        for (var i = 0; i < form.Pages.Count; i++)
        {
            var (was, now) = (saved.Map(new PdfReference(form.Pages[i]), _before), saved.Map(new PdfReference(form.Pages[i]), save));
            if (PdfMeaning.Differing(was, now).FirstOrDefault(key => key != "/Annots") is { } key)
            {
                return (null, $"halaman {i + 1} diganti ({key})");
            }

            var (old, marks) = (List(was["/Annots"], _before), List(now["/Annots"], save));
            if (old is null || marks is null)
            {
                return (null, $"catatan pada halaman {i + 1} tidak terbaca");
            }

            if (old.Count != marks.Count || !old.Zip(marks).All(pair => PdfMeaning.IsSame(pair.First, pair.Second)))
            {
                if (added is not null || marks.Count != old.Count + 1
                    || marks[^1] is not PdfReference { Number: var mark } || mark != _field
                    || !old.Zip(marks).All(pair => PdfMeaning.IsSame(pair.First, pair.Second)))
                {
                    return (null, $"ada yang ditempelkan pada halaman {i + 1} selain tanda tangan");
                }

                added = form.Pages[i];
            }

            Explain(now["/Annots"]);
            _explained.Add(form.Pages[i]);
        }

        return (added, null);
    }

    private (SaveFound? Found, string? WhyNot) Field(int? page)
    {
        if (_field is not { } number)
        {
            return _hasMaterial ? (new(SaveKind.LongTerm, null, null, null, true), null) : (null, "tidak ada tanda tangan di dalamnya");
        }

        _explained.Add(number);
        var field = saved.Find(number, save)!.Map;
        var signature = saved.Map(field["/V"], save);
        Explain(field["/V"]);
        if (field.Entries.FirstOrDefault(e => !OfField.Contains(e.Key)) is { Key: { } key })
        {
            return (null, $"isian tanda tangannya memuat {key}");
        }

        if (signature.Entries.FirstOrDefault(e => !OfSignature.Contains(e.Key)) is { Key: { } other })
        {
            return (null, $"tanda tangannya memuat {other}");
        }

        if (!field.Is("/FT", "/Sig") || !field.Is("/Subtype", "/Widget") || (PdfSource.Number(field, "/F", 0) & ~GoodFlags) != 0
            || PdfBox.Of(saved.Resolve(field["/Rect"], save)) is not { } box
            || (field["/P"] is { } on && (on is not PdfReference { Number: var its } || (page ?? its) != its))
            || !IsPlain(field["/MK"], 2) || signature["/Contents"] is not PdfAtom || Reach(signature) is not null)
        {
            return (null, "isian tanda tangannya tidak terbaca");
        }

        var kind = signature.Is("/Type", "/DocTimeStamp") ? SaveKind.Timestamp : SaveKind.Signature;
        var isShown = box is not { Width: 0, Height: 0 };
        return WhyNotLook(field["/AP"], isShown) is { } look ? (null, look)
            : !isShown ? (new(kind, signature, null, null, _hasMaterial), null)
            : kind == SaveKind.Timestamp ? (null, "stempel waktunya tampak pada halaman")
            : !box.IsDrawn(saved.Resolve(field["/Rect"], save)) ? (null, "tempat tanda tangannya tidak berukuran biasa")
            : form.Rooms.FirstOrDefault(room => room.Page == page && room.Box.Holds(box)) is not { } room
                ? (null, $"tampilan tanda tangannya di luar tempat yang disediakan{At(page)}")
            : (new(kind, signature, room, box, _hasMaterial), null);
    }

    private string At(int? page) => page is { } number ? $" pada halaman {form.Pages.ToList().IndexOf(number) + 1}" : "";

    private string? WhyNotLook(PdfValue? look, bool isShown)
    {
        if (look is null)
        {
            return null;
        }

        Explain(look);
        var looks = saved.Map(look, save);
        return looks is not { Entries: [("/N", PdfReference { Number: var normal })] } || saved.SaveOf(normal, _before) is not null
            || saved.Find(normal, save) is not { Stream: not null, Value: PdfMap map } || !map.Is("/Subtype", "/Form")
                ? "tampilan tanda tangannya bukan satu gambar"
            : !IsDrawn(map, isShown) ? "tampilan tanda tangannya tidak berukuran biasa"
            : Reach(looks);
    }

    // A look that has no place, or is flat, is left out by some readers and drawn by others wherever it pleases: PDFium draws it over the
    // whole page, for a widget of no size as well.
    private bool IsDrawn(PdfMap look, bool isShown) =>
        saved.Resolve(look["/BBox"], save) is var value && PdfBox.Of(value) is { } box
        && (box.IsDrawn(value) || (!isShown && box is { Width: 0, Height: 0 }))
        && (look["/Matrix"] is not { } matrix || (saved.Resolve(matrix, save) is PdfArray { Items: { Count: 6 } items }
            && items.Select(PdfMeaning.Number).ToList() is var m && m.TrueForAll(number => Math.Abs(number ?? double.NaN) <= PdfBox.Largest)
            && Math.Abs((m[0] * m[3]) - (m[1] * m[2]) ?? 0) >= Flattest));

    /// <summary>What is left of the save when all that was asked about is taken away: nothing but what is saved again as it was.</summary>
    private string? WhyNotRest()
    {
        foreach (var number in saved.Saves[save].Places.Keys.Where(number => !_explained.Contains(number)))
        {
            if (saved.Find(number, _before) is not { } was)
            {
                if (!IsLength(number))
                {
                    return "ada bagian yang ditambahkan tanpa dipakai tanda tangan";
                }
            }
            else if (saved.Find(number, save)! is var now && (!PdfMeaning.IsSame(was.Value, now.Value)
                || was.Stream is null != now.Stream is null || !(was.Stream ?? default).Span.SequenceEqual((now.Stream ?? default).Span)))
            {
                return "isi yang sudah ada diganti";
            }
        }

        return null;
    }

    private string? WhyNotKinds() => saved.Saves[save].Places.Keys
        .Where(number => saved.SaveOf(number, _before) is null && number != saved.Saves[save].List && !saved.IsHolder(save, number))
        .Select(number => (saved.Find(number, save)!.Value as PdfMap)?["/Type"]).OfType<PdfValue>()
        .FirstOrDefault(kind => kind is not PdfAtom { Raw: var raw } || !OfNew.Contains(raw)) is { } other
            ? $"di dalamnya ada bagian baru berjenis {other}"
            : null;

    // How long a stream is may stand in an object of its own.
    private bool IsLength(int number) => PdfSource.Number(saved.Find(number, save)!.Value) is not null && _explained.Any(
        one => (saved.Find(one, save)?.Value as PdfMap)?["/Length"] is PdfReference { Number: var length } && length == number);

    private bool IsOfThisSave(PdfValue? value) =>
        value is not PdfReference { Number: var number } || saved.Saves[save].Places.ContainsKey(number);

    // Only what is new may be explained by where it is used; what was there is compared.
    private void Explain(PdfValue? value)
    {
        if (value is PdfReference { Number: var number } && (saved.SaveOf(number, _before) is null || IsChecked(number)))
        {
            _explained.Add(number);
        }
    }

    // These are compared part for part, wherever they stand.
    private bool IsChecked(int number) => Enumerable.Any([_was["/AcroForm"], FieldsOf(_was["/AcroForm"]),
        .. form.Pages.Select(page => saved.Map(new PdfReference(page), _before)["/Annots"])],
        value => value is PdfReference { Number: var one } && one == number);

    private PdfValue? FieldsOf(PdfValue? acroForm) => acroForm is null ? null : saved.Map(acroForm, _before)["/Fields"];

    private List<PdfValue>? List(PdfValue? value, int at) => value is null ? []
        : saved.Resolve(value, at) is PdfArray { Items: var items } ? [.. items] : null;

    /// <summary>Whether it is made of numbers, names and words alone.</summary>
    private static bool IsPlain(PdfValue? value, int deepest) => value switch
    {
        null or PdfAtom => true,
        PdfMap map => deepest > 0 && map.Entries.All(e => IsPlain(e.Value, deepest - 1)),
        PdfArray list => deepest > 0 && list.Items.All(item => IsPlain(item, deepest - 1)),
        _ => false,
    };

    /// <summary>Takes everything new that hangs on a value as explained; a part of a sentence where it is no drawing.</summary>
    private string? Reach(PdfValue? from)
    {
        var open = new Stack<PdfValue>(from is null ? [] : [from]);
        while (open.TryPop(out var value))
        {
            switch (value)
            {
                case PdfArray { Items: var items }:
                    items.ToList().ForEach(open.Push);
                    break;
                case PdfMap { Entries: var entries }:
                    entries.ToList().ForEach(e => open.Push(e.Value));
                    break;
                case PdfReference { Number: var number }
                    when saved.SaveOf(number, _before) is null && _explained.Add(number) && saved.Find(number, save) is { } found:
                    saved.Time();
                    if (found is { Stream: not null, Value: PdfMap map } && NotDrawn.FirstOrDefault(key => map[key] is not null) is { } key)
                    {
                        return $"tampilan tanda tangannya memuat {key}";
                    }

                    open.Push(found.Value);
                    break;
                case PdfReference { Number: var nothing } when saved.SaveOf(nothing, save) is null:
                    return "tampilan tanda tangannya menunjuk ke bagian yang tidak ada";
                default:
                    break;
            }
        }

        return null;
    }
}
