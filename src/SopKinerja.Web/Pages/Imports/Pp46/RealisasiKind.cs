using FluentValidation;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Web.Pages.Dossiers;
using SopKinerja.Web.Pages.Dossiers.Pp46;
using SopKinerja.Web.Pages.Plans.Pp46;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Imports.Pp46;

internal sealed class RealisasiKind(SopDbContext db, TimeProvider time, IValidator<InputForm> validator) : InputKind<InputLine>(db, time)
{
    public override string About => "Satu baris untuk satu kegiatan, tugas tambahan, kreativitas, atau jabatan lama; semua baris satu "
        + "pegawai masuk ke draf penginputannya, dan tidak ada yang dikirim. Kegiatan yang tidak ada di lembar tidak berubah. Tulis “ya” "
        + "di kolom Benar bila angka yang diragukan memang benar.";

    protected override string Law => ScoringMethods.Pp46;

    protected override string NamaBaris => "baris realisasi";

    protected override IReadOnlyList<ImportColumn<InputLine>> OwnColumns => InputColumns.All;

    protected override IReadOnlyList<InputLine> LinesOf(DossierSubject subject)
    {
        var sheet = SheetOf(subject);
        var doubted = sheet.Doubts().Select(d => FieldPath.RowOf(d.Place).Row).ToHashSet();
        return
        [
            .. sheet.Kegiatan.Select((k, i) => new InputLine
            {
                Bagian = InputPart.Kegiatan,
                No = i + 1,
                Uraian = k.Target.Uraian,
                Target = sheet.Lines()[i].Target,
                Ak = k.Realisasi.Ak,
                Kuantitas = k.Realisasi.Kuantitas,
                Waktu = k.Realisasi.Waktu,
                Biaya = k.Realisasi.Biaya,
                Benar = doubted.Contains(i),
            }),
            .. sheet.TugasTambahan.Select((t, i) =>
                new InputLine { Bagian = InputPart.Tambahan, No = i + 1, Uraian = t.Uraian, NomorSurat = t.NomorSurat }),
            .. sheet.Kreativitas.Select((k, i) => new InputLine
                { Bagian = InputPart.Kreativitas, No = i + 1, Uraian = k.Uraian, Manfaat = k.Manfaat, NomorSurat = k.NomorSurat }),
            .. (sheet.JabatanLain ?? []).Select((j, i) => new InputLine
            {
                Bagian = InputPart.JabatanLain,
                No = i + 1,
                Uraian = j.Jabatan,
                Penilai = j.PejabatPenilai,
                Sampai = j.Sampai,
                Nilai = j.NilaiSkp,
            }),
        ];
    }

    protected override string? TextOf(InputLine line) => TargetRules.OneLine(line.Uraian).Trimmed();

    protected override object PlaceOf(InputLine line, int index) => line.IsBlank ? -index - 1 : (line.Part, line.No);

    protected override bool IsTakenOut(InputLine line) => line.Part != InputPart.Kegiatan && line.TellsParts;

    protected override List<Row> Arrange(DossierSubject subject, List<Row> rows, IReadOnlySet<string> read)
    {
        var sheet = SheetOf(subject);
        var counts = new Dictionary<InputPart, int>();
        foreach (var row in rows)
        {
            row.Line.TellsParts = read.Contains(InputColumns.BagianHead);
            if (row.Line.IsBlank)
            {
                continue;
            }

            row.Line.Bagian = row.Line.Part;
            if (row.Line.Part == InputPart.Kegiatan)
            {
                Number(row, rows, sheet);
            }
            else
            {
                row.Line.No = counts[row.Line.Part] = counts.GetValueOrDefault(row.Line.Part) + 1;
            }
        }

        return [.. rows.OrderBy(r => r.Line.IsBlank).ThenBy(r => r.Line.Part).ThenBy(r => r.Line.No)];
    }

    protected override async Task<IReadOnlyList<(int Row, string Field, string Sentence)>> FaultsAsync(
        DossierSubject subject, IReadOnlyList<InputLine> lines, CancellationToken cancel)
    {
        var (form, sheet) = (FormOf(subject, lines), SheetOf(subject));
        var misplaced = lines.Index().Where(l => !l.Item.IsBlank).SelectMany(l => InputColumns.Misplaced(
            l.Item, l.Item.Part == InputPart.Kegiatan ? sheet.Kegiatan.ElementAtOrDefault((l.Item.No ?? 0) - 1)?.Target : null)
            .Select(f => (l.Index, f.Field, f.Sentence))).ToList();
        var errors = (await validator.ValidateAsync(form, cancel)).Errors
            .Select(f => At(f.PropertyName, f.ErrorMessage, lines)).ToList();
        return misplaced.Count + errors.Count > 0 ? [.. misplaced, .. errors] : [.. Doubts(subject, form, lines)];
    }

    protected override TypedRealisasi TypedOf(DossierSubject subject, IReadOnlyList<InputLine> lines) =>
        FormOf(subject, lines).Read(subject.Dossier);

    // As the page asks, where the row is in the sheet.
    private static IEnumerable<(int Row, string Field, string Sentence)> Doubts(
        DossierSubject subject, InputForm form, IReadOnlyList<InputLine> lines) =>
        SheetOf(subject).With(form.Read(subject.Dossier)).Doubts()
            .Where(d => !((ISheetForm<TypedRealisasi>)form).IsConfirmed(d)
                && lines.Any(l => IsAt(l, InputPart.Kegiatan, FieldPath.RowOf(d.Place).Row)))
            .Select(d => At(d.Place, $"{d.Sentence} Dalam lembar: tulis “ya” di kolom Benar.", lines));

    private void Number(Row row, List<Row> rows, Pp46Sheet sheet)
    {
        var (line, text) = (row.Line, TextOf(row.Line));
        line.No ??= sheet.Kegiatan.Index().Where(k => IsSame(k.Item, text)).Select(k => (int?)k.Index + 1).FirstOrDefault();
        var kegiatan = sheet.Kegiatan.ElementAtOrDefault((line.No ?? 0) - 1);
        var (field, sentence) = kegiatan is null
                ? (nameof(line.Uraian), line.No is { } no ? $"SKP ini tidak memuat kegiatan nomor {no}; kegiatannya {sheet.Kegiatan.Count}."
                    : $"SKP ini tidak memuat kegiatan “{text}”. Salin bunyinya dari SKP, atau tulis nomornya.")
            : text is not null && !IsSame(kegiatan, text)
                ? (nameof(line.Uraian), $"Kegiatan nomor {line.No} dalam SKP berbunyi “{kegiatan.Target.Uraian}”. Periksa nomornya.")
            : rows.Find(r => r != row && r.Line is { IsBlank: false, Part: InputPart.Kegiatan } other && other.No == line.No) is { } twice
                ? (nameof(line.No), $"Kegiatan nomor {line.No} juga ada di baris {twice.Sheet.No}. Simpan satu baris saja untuknya.")
            : ("", null);
        if (sentence is not null)
        {
            Fault(row.Faults, field, sentence);
        }

        (line.Uraian, line.Target) = (kegiatan?.Target.Uraian ?? line.Uraian, null);
    }

    private static InputForm FormOf(DossierSubject subject, IReadOnlyList<InputLine> lines)
    {
        var form = new InputForm();
        form.Show(subject.Dossier);
        foreach (var line in lines.Where(l => l is { IsBlank: false, Part: InputPart.Kegiatan } && l.No <= form.Kegiatan.Count && l.No > 0))
        {
            form.Kegiatan[line.No!.Value - 1] =
                new() { Ak = line.Ak, Kuantitas = line.Kuantitas, Waktu = line.Waktu, Biaya = line.Biaya, Benar = line.Benar };
        }

        if (lines.Any(l => l.TellsParts))
        {
            form.Tambahan = [.. Of(InputPart.Tambahan).Select(l =>
                new InputForm.BarisTambahan { Uraian = l.Uraian, NomorSurat = l.NomorSurat })];
            form.Kreativitas = [.. Of(InputPart.Kreativitas).Select(l =>
                new InputForm.BarisKreativitas { Uraian = l.Uraian, Manfaat = l.Manfaat, NomorSurat = l.NomorSurat })];
            form.JabatanLain = [.. Of(InputPart.JabatanLain).Select(l =>
                new InputForm.BarisJabatan { Uraian = l.Uraian, Penilai = l.Penilai, Sampai = l.Sampai, Nilai = l.Nilai })];
        }

        return form;
        IEnumerable<InputLine> Of(InputPart part) => lines.Where(l => !l.IsBlank && l.Part == part);
    }

    private static (int Row, string Field, string Sentence) At(string path, string sentence, IReadOnlyList<InputLine> lines)
    {
        var (index, field) = FieldPath.RowOf(path);
        var isKnown = Enum.TryParse<InputPart>(path.Split('[')[0], out var part);
        return (isKnown ? lines.Index().FirstOrDefault(l => IsAt(l.Item, part, index)).Index : 0, field, sentence);
    }

    private static bool IsAt(InputLine line, InputPart part, int index) => !line.IsBlank && line.Part == part && line.No == index + 1;

    private static bool IsSame(Kegiatan kegiatan, string? text) =>
        string.Equals(TargetRules.OneLine(kegiatan.Target.Uraian), text, StringComparison.OrdinalIgnoreCase);

    private static Pp46Sheet SheetOf(DossierSubject subject) => (Pp46Sheet)subject.Dossier.Sheet;
}
