using FluentValidation;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Web.Pages.Plans.Pp46;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Imports.Pp46;

internal sealed class TargetKind(SopDbContext db, TimeProvider time, IValidator<EditModel.Form> validator) : PlanKind<TargetLine>(db, time)
{
    public override string Method => ScoringMethods.Pp46;

    public override string About => "Satu baris untuk satu kegiatan tugas jabatan; semua baris satu pegawai menjadi satu draf SKP. Draf "
        + "yang sudah ada diganti dengan isi lembar ini; SKP yang sudah diajukan atau disetujui tidak diubah.";

    protected override string NamaBaris => "kegiatan";

    protected override IReadOnlyList<ImportColumn<TargetLine>> OwnColumns { get; } =
    [
        Cell("Kegiatan tugas jabatan", nameof(TargetRow.Uraian), r => r.Uraian, (r, t) => r.Uraian = t)
            with { Names = ["Uraian kegiatan", "Uraian", "Kegiatan", "III. Kegiatan tugas jabatan"] },
        Cell("AK", nameof(TargetRow.Ak), r => r.Ak, (r, t) => r.Ak = SheetFigures.Optional(t)) with { Names = ["Angka kredit"] },
        Cell("Kuantitas", nameof(TargetRow.Kuantitas), r => r.Kuantitas, (r, t) => r.Kuantitas = SheetFigures.Figure(t))
            with { Names = ["Target kuantitas", "Kuant", "Kuant/output", "Target kuant/output"] },
        Cell("Satuan", nameof(TargetRow.Satuan), r => r.Satuan, (r, t) => r.Satuan = t)
            with { Names = ["Satuan kuantitas", "Output", "Satuan output"] },
        Cell("Kualitas", nameof(TargetRow.Kualitas), r => r.Kualitas, (r, t) => r.Kualitas = SheetFigures.Figure(t?.TrimEnd('%', ' ')))
            with { Names = ["Target kualitas", "Mutu", "Kual/mutu", "Target kual/mutu"] },
        Cell("Waktu", nameof(TargetRow.Waktu), r => r.Waktu, (r, t) => r.Waktu = SheetFigures.Figure(t)) with { Names = ["Target waktu"] },
        new("Satuan waktu", nameof(TargetRow.SatuanWaktu), l => l.Target.IsDropped ? null : WordOf(l.Target.SatuanWaktu), ReadSatuanWaktu),
        Cell("Biaya", nameof(TargetRow.Biaya), r => r.Biaya, (r, t) => r.Biaya = SheetFigures.Rupiah(t))
            with { Names = ["Biaya (Rp)", "Target biaya", "Target biaya (Rp)"] },
    ];

    protected override IReadOnlyList<TargetLine> LinesOf(PlanSubject subject) => subject.Plan is { } plan
        ? [.. ((SasaranKerja)plan.Content).Kegiatan.Select(k => new TargetLine { Target = TargetRow.From(k) })] : [];

    protected override string? TextOf(TargetLine line) => line.Target.IsDropped ? null : TargetRules.OneLine(line.Target.Uraian).Trimmed();

    // An empty row is not stored, as on the page.
    protected override List<Row> Arrange(PlanSubject subject, List<Row> rows, IReadOnlySet<string> read) =>
        [.. rows.OrderBy(r => r.Line.Target.IsDropped)];

    protected override async Task<IReadOnlyList<(int Row, string Field, string Sentence)>> FaultsAsync(
        PlanSubject subject, IReadOnlyList<TargetLine> lines, CancellationToken cancel)
    {
        var form = new EditModel.Form { Rows = [.. lines.Select(l => l.Target)] };
        return [.. (await validator.ValidateAsync(form, cancel)).Errors.Select(f =>
        {
            var (row, field) = FieldPath.RowOf(f.PropertyName);
            return row < 0 ? (KegiatanTugasJabatan.Most, nameof(TargetRow.Uraian), f.ErrorMessage)
                : (row, field, f.ErrorMessage.Replace(EditModel.AtRow(row), "", StringComparison.Ordinal));
        })];
    }

    protected override PlanContent ContentOf(PlanSubject subject, IReadOnlyList<TargetLine> lines) =>
        new SasaranKerja([.. lines.Where(l => !l.Target.IsDropped).Select(l => l.Target.ToKegiatan())])
        {
            TugasBelajar = SasaranKerja.TugasBelajarOf(subject.Keadaan, subject.Period.Mulai, subject.Period.Selesai),
        };

    private static ImportColumn<TargetLine> Cell(
        string head, string field, Func<TargetRow, string?> get, Action<TargetRow, string?> set) => ImportColumn.Text<TargetLine>(
            head, field, l => l.Target.IsDropped ? null : get(l.Target), (l, t) => set(l.Target, t));

    private static string? WordOf(string? satuan) => TargetRules.WaktuRows.FirstOrDefault(w => $"{w.Satuan}" == satuan)?.Nama;

    private static string? ReadSatuanWaktu(TargetLine line, string text)
    {
        var word = text.TrimEnd('.').ToLowerInvariant() switch { "bln" => "bulan", "mgg" => "minggu", "hr" => "hari", var other => other };
        var known = TargetRules.WaktuRows.FirstOrDefault(w => w.Nama == word);
        line.Target.SatuanWaktu = known?.Satuan.ToString();
        return known is not null || text.Length == 0 ? null
            : $"“{text}” bukan satuan waktu. Tulis {string.Join(", ", TargetRules.WaktuRows.Select(w => w.Nama))}.";
    }
}
