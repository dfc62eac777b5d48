using System.Globalization;
using FluentValidation;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Web.Pages.Dossiers.PermenPanRb6;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Imports.PermenPanRb6;

internal sealed class RealisasiKind(SopDbContext db, TimeProvider time, IValidator<InputForm> validator) : InputKind<InputLine>(db, time)
{
    private const string BuktiHead = "Bukti dukung";

    public override string About => "Satu baris untuk satu indikator; semua baris satu pegawai masuk ke draf penginputannya, dan tidak ada "
        + "yang dikirim. Indikator yang tidak ada di lembar tidak berubah. Bukti dukung ditulis dengan nomor lampirannya, misalnya “1, 3”.";

    protected override string Law => ScoringMethods.PermenPanRb6;

    protected override string NamaBaris => "baris realisasi";

    protected override IReadOnlyList<ImportColumn<InputLine>> OwnColumns { get; } =
    [
        ImportColumn.Number<InputLine>("Rencana ke", nameof(InputLine.Rencana), l => l.Rencana, (l, n) => l.Rencana = n),
        ImportColumn.Text<InputLine>(
            "Rencana hasil kerja", nameof(InputLine.UraianRencana), l => l.UraianRencana, (l, t) => l.UraianRencana = t)
            with { Names = ["RHK", "Hasil kerja"], IsRemark = true },
        ImportColumn.Number<InputLine>("Indikator ke", nameof(InputLine.Indikator), l => l.Indikator, (l, n) => l.Indikator = n),
        ImportColumn.Text<InputLine>("Indikator kinerja individu", nameof(InputLine.Uraian), l => l.Uraian, (l, t) => l.Uraian = t)
            with { Names = ["Indikator", "IKI", "Ukuran keberhasilan"], IsRemark = true },
        ImportColumn.Shown<InputLine>("Target", l => l.Target),
        ImportColumn.Lines<InputLine>("Realisasi", nameof(InputLine.Realisasi), l => l.Realisasi, (l, t) => l.Realisasi = t)
            with { Names = ["Realisasi berdasarkan bukti dukung"] },
        new(BuktiHead, nameof(InputLine.Bukti),
            l => l.Bukti is { Count: > 0 } numbers ? string.Join(", ", numbers) : null, ReadBukti) { Names = ["Lampiran"] },
    ];

    protected override IReadOnlyList<InputLine> LinesOf(DossierSubject subject)
    {
        var (sheet, evidence) = (SheetOf(subject), subject.Dossier.Evidence);
        return [.. sheet.Sasaran.Rencana.Index().SelectMany(r => BarisIndikator.Of(sheet, r.Index).Select((baris, i) => new InputLine
        {
            Rencana = r.Index + 1,
            UraianRencana = TypedText.OneLine(r.Item.Uraian),
            Indikator = i + 1,
            Uraian = TypedText.OneLine(baris.Uraian),
            Target = baris.Target,
            Realisasi = baris.Realisasi,
            Bukti = [.. evidence.Index().Where(e => sheet.HasilKerja[r.Index].Bukti.Contains(e.Item.Key)).Select(e => e.Index + 1)],
        }))];
    }

    protected override string? TextOf(InputLine line) => line.Uraian;

    protected override object PlaceOf(InputLine line, int index) => line.IsBlank ? -index - 1 : (line.Rencana, line.Indikator);

    protected override bool IsTakenOut(InputLine line) => false;

    protected override List<Row> Arrange(DossierSubject subject, List<Row> rows, IReadOnlySet<string> read)
    {
        var known = LinesOf(subject);
        InputLine? above = null;
        foreach (var row in rows.Where(r => !r.Line.IsBlank))
        {
            Find(row, rows, known, above);
            above = row.Line;
        }

        foreach (var rencana in rows.Where(r => !r.Line.IsBlank).GroupBy(r => r.Line.Rencana))
        {
            Share([.. rencana], known, isTold: read.Contains(BuktiHead), subject.Dossier.Evidence.Count);
        }

        return [.. rows.OrderBy(r => r.Line.IsBlank).ThenBy(r => r.Line.Rencana).ThenBy(r => r.Line.Indikator)];
    }

    protected override async Task<IReadOnlyList<(int Row, string Field, string Sentence)>> FaultsAsync(
        DossierSubject subject, IReadOnlyList<InputLine> lines, CancellationToken cancel) =>
        [.. (await validator.ValidateAsync(FormOf(subject, lines), cancel)).Errors.Select(f =>
        {
            var (rencana, rest) = FieldPath.RowOf(f.PropertyName);
            var (indikator, _) = FieldPath.RowOf(rest);
            var row = lines.Index().FirstOrDefault(l => l.Item.Rencana == rencana + 1 && l.Item.Indikator == indikator + 1).Index;
            return (row, nameof(InputLine.Realisasi), f.ErrorMessage);
        })];

    protected override TypedRealisasi TypedOf(DossierSubject subject, IReadOnlyList<InputLine> lines) =>
        FormOf(subject, lines).Read(subject.Dossier);

    private static InputForm FormOf(DossierSubject subject, IReadOnlyList<InputLine> lines)
    {
        var form = new InputForm();
        form.Show(subject.Dossier);
        foreach (var line in lines.Where(l => l is { Rencana: not null, Indikator: not null }))
        {
            if (form.HasilKerja.ElementAtOrDefault(line.Rencana!.Value - 1) is { } baris && line.Indikator <= baris.Realisasi.Count)
            {
                baris.Realisasi[line.Indikator!.Value - 1] = line.Realisasi;
                baris.Bukti = [.. baris.Bukti.Select((was, i) => line.Bukti?.Contains(i + 1) ?? was)];
            }
        }

        return form;
    }

    // By its numbers, by its words, or as the next below the row above.
    private void Find(Row row, List<Row> rows, IReadOnlyList<InputLine> known, InputLine? above)
    {
        var line = row.Line;
        line.Rencana ??= line.UraianRencana is { } rencana
            ? known.FirstOrDefault(k => Same(k.UraianRencana, rencana))?.Rencana
            : known.Where(k => line.Uraian is not null && Same(k.Uraian, line.Uraian)).ToList() is [var only] ? only.Rencana
            : above?.Rencana;
        var among = known.Where(k => k.Rencana == line.Rencana).ToList();
        line.Indikator ??= among.Find(k => line.Uraian is not null && Same(k.Uraian, line.Uraian))?.Indikator
            ?? (line.Uraian is not null ? null : above?.Rencana == line.Rencana ? above?.Indikator + 1 : 1);
        var found = among.Find(k => k.Indikator == line.Indikator);
        var sentence = among.Count == 0 ? "SKP ini tidak memuat rencana hasil kerja itu. Tulis nomornya di kolom Rencana ke."
            : found is null ? $"Rencana nomor {line.Rencana} mempunyai {among.Count} indikator, dan ini bukan salah satunya. Tulis "
                + "nomornya di kolom Indikator ke."
            : line.Uraian is not null && !Same(found.Uraian, line.Uraian)
                ? $"Indikator ini dalam SKP berbunyi “{found.Uraian}”. Periksa nomornya."
            : rows.Find(r => r != row && r.Line.Rencana == line.Rencana && r.Line.Indikator == line.Indikator) is { } twice
                ? $"Indikator ini juga ada di baris {twice.Sheet.No}. Simpan satu baris saja untuknya."
            : null;
        if (sentence is not null)
        {
            Fault(row.Faults, nameof(line.Uraian), sentence);
        }

        (line.UraianRencana, line.Uraian) = (found?.UraianRencana ?? line.UraianRencana, found?.Uraian ?? line.Uraian);
    }

    // Bukti dukung belongs to the rencana, whichever of its rows names it.
    private void Share(IReadOnlyList<Row> rows, IReadOnlyList<InputLine> known, bool isTold, int evidence)
    {
        var first = rows.FirstOrDefault(r => r.Line.Bukti is not null) ?? rows[0];
        var told = isTold ? first.Line.Bukti ?? [] : known.FirstOrDefault(k => k.Rencana == rows[0].Line.Rencana)?.Bukti;
        if (told?.Where(n => n < 1 || n > evidence).Select(n => (int?)n).FirstOrDefault() is { } none)
        {
            Fault(first.Faults, nameof(InputLine.Bukti), $"Tidak ada lampiran nomor {none}; berkas ini mempunyai {evidence} lampiran.");
        }

        if (rows.FirstOrDefault(r => r.Line.Bukti is { } other && !other.SequenceEqual(told ?? [])) is { } differing)
        {
            Fault(differing.Faults, nameof(InputLine.Bukti), $"Bukti dukung rencana ini tertulis lain di baris {first.Sheet.No}. Samakan, "
                + "atau tulis di satu baris saja.");
        }

        foreach (var row in rows)
        {
            row.Line.Bukti = told;
        }
    }

    private static string? ReadBukti(InputLine line, string text)
    {
        var words = text.Split([',', ';', ' ', '.'], StringSplitOptions.RemoveEmptyEntries);
        var numbers = words.Select(w => int.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1).ToList();
        line.Bukti = numbers.Count == 0 || numbers.Contains(-1) ? null : [.. numbers.Distinct().Order()];
        return numbers.Contains(-1) ? $"“{text}” bukan nomor lampiran. Tulis nomor-nomornya, misalnya “1, 3”." : null;
    }

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static PermenPanRb6Sheet SheetOf(DossierSubject subject) => (PermenPanRb6Sheet)subject.Dossier.Sheet;
}
