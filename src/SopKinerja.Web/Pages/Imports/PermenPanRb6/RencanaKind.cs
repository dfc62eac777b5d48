using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Web.Pages.Plans.PermenPanRb6;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Spreadsheets;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Imports.PermenPanRb6;

internal sealed class RencanaKind(SopDbContext db, TimeProvider time, IValidator<SasaranForm> validator) : PlanKind<RencanaLine>(db, time)
{
    private readonly Dictionary<string, RencanaPimpinan> _pimpinan = [];

    public override string Method => ScoringMethods.PermenPanRb6;

    public override string About => "Satu baris untuk satu indikator; rencana hasil kerja cukup tertulis di baris pertamanya. Semua baris "
        + "satu pegawai menjadi satu draf SKP. Draf yang sudah ada diganti dengan isi lembar ini; SKP yang sudah diajukan atau disetujui "
        + "tidak diubah.";

    protected override string NamaBaris => "baris SKP";

    protected override IReadOnlyList<ImportColumn<RencanaLine>> OwnColumns => RencanaColumns.All;

    protected override IReadOnlyList<RencanaLine> LinesOf(PlanSubject subject)
    {
        if (subject.Plan?.Content is not SasaranKinerja skp)
        {
            return [];
        }

        List<RencanaLine> lines = [.. Enum.GetValues<JenisHasilKerja>().SelectMany(jenis =>
            skp.Of(jenis).Index().SelectMany(r => Lines(jenis, r.Index + 1, r.Item.Rencana)))];
        lines = lines.Count == 0 ? [new()] : lines;
        var first = lines[0];
        (first.Pendekatan, first.Mandiri) = (skp.Pendekatan, MandiriOf(subject, skp));
        skp.Ekspektasi.ToArray().CopyTo(first.Ekspektasi, 0);
        (first.DukunganSumberDaya, first.SkemaPertanggungjawaban, first.Konsekuensi) = (
            Joined(skp.Lampiran.DukunganSumberDaya), Joined(skp.Lampiran.SkemaPertanggungjawaban), Joined(skp.Lampiran.Konsekuensi));
        return lines;
    }

    protected override string? TextOf(RencanaLine line) => line.Indikator.Uraian ?? line.Uraian;

    protected override List<Row> Arrange(PlanSubject subject, List<Row> rows, IReadOnlySet<string> read)
    {
        var (groups, blank) = (new List<(JenisHasilKerja Jenis, List<Row> Rows)>(), new List<Row>());
        int? ke = null;
        foreach (var row in rows)
        {
            var line = row.Line;
            var above = groups.Count == 0 ? default : groups[^1];
            var begins = above.Rows is null || (line.Bagian is { } other && other != above.Jenis)
                || (line.Ke is { } no ? no != ke : line.Texts.Any(t => t is not null) && !line.Repeats(above.Rows[0].Line));
            if (line.IsBlank || (!begins && line.Indikator.IsEmpty && line.Repeats(above.Rows![0].Line)))
            {
                line.LeaveToFirst();
                blank.Add(row);
            }
            else if (begins)
            {
                ke = line.Ke;
                groups.Add((line.Bagian ?? above.Jenis, [row]));
            }
            else
            {
                WhyOther(row, above.Rows![0]);
                line.LeaveToFirst();
                above.Rows.Add(row);
            }
        }

        return [.. Enum.GetValues<JenisHasilKerja>().SelectMany(jenis => Placed(jenis, groups)), .. blank];
    }

    protected override async Task PrepareAsync(Period period, IReadOnlyList<PlanSubject> subjects, CancellationToken cancel)
    {
        int[] above = [.. subjects.Select(s => s.Pegawai.AtasanId).OfType<int>().Distinct()];
        var sources = await Db.Plans.AsNoTracking()
            .Where(p => p.PeriodId == period.Id && above.Contains(p.PegawaiId) && p.Post == 0 && p.State != PlanState.Draft)
            .Select(p => new { p.PegawaiId, p.Id, p.Content }).ToDictionaryAsync(p => p.PegawaiId, cancel);
        foreach (var subject in subjects)
        {
            var source = subject.Pegawai.AtasanId is { } atasan ? sources.GetValueOrDefault(atasan) : null;
            _pimpinan[subject.Key] = RencanaPimpinan.Of(
                subject.Pegawai.Atasan?.Nama, source is null ? null : (source.Id, source.Content), OwnOf(subject));
        }
    }

    protected override async Task<IReadOnlyList<(int Row, string Field, string Sentence)>> FaultsAsync(
        PlanSubject subject, IReadOnlyList<RencanaLine> lines, CancellationToken cancel)
    {
        var own = OwnOf(subject);
        if (!subject.IsNew || lines.Any(l => !l.IsBlank))
        {
            // What the sheet leaves open stays as it is, or begins as the page would begin it.
            lines[0].Pendekatan ??= own.Pendekatan;
            lines[0].Mandiri ??= MandiriOf(subject, own);
        }

        if (lines[0].Mandiri is true && !MayLead(subject))
        {
            return [(0, nameof(RencanaLine.Mandiri), "Jabatan orang ini tidak memakai formulir pimpinan unit mandiri. Tulis “tidak”, atau "
                + "kosongkan.")];
        }

        var form = FormOf(subject, lines);
        var formulir = form.Formulir(own, subject.Pegawai.JenisJabatan);
        var judged = (await validator.ValidateAsync(form, cancel)).Errors
            .Select(f => (PlaceOf(f.PropertyName, lines), f.ErrorMessage)).Select(f => (f.Item1.Row, f.Item1.Field, f.ErrorMessage));
        var unfit = lines.Index().SelectMany(l => RencanaFit.Faults(l.Item, formulir).Select(f => (l.Index, f.Field, f.Sentence)));
        return [.. judged, .. unfit];
    }

    protected override PlanContent ContentOf(PlanSubject subject, IReadOnlyList<RencanaLine> lines)
    {
        var form = FormOf(subject, lines);
        return form.To(form.Formulir(OwnOf(subject), subject.Pegawai.JenisJabatan), _pimpinan[subject.Key]);
    }

    protected override (Pendekatan Pendekatan, bool PimpinanUnitMandiri) BeginningOf(IReadOnlyList<RencanaLine> lines) =>
        (lines[0].Pendekatan ?? default, lines[0].Mandiri ?? false);

    private SasaranForm FormOf(PlanSubject subject, IReadOnlyList<RencanaLine> lines)
    {
        var (first, own) = (lines[0], OwnOf(subject));
        BarisRencana[] Of(JenisHasilKerja jenis) => [.. lines.Where(l => l.Rencana?.Jenis == jenis).GroupBy(l => l.Rencana!.Value.Index)
            .OrderBy(g => g.Key).Select(g => BarisOf(own, _pimpinan[subject.Key], [.. g]))];
        return new()
        {
            Kelompok = first.Mandiri is { } isMandiri && MayLead(subject) ? subject.Pegawai.JenisJabatan.Kelompok(isMandiri) : own.Kelompok,
            Pendekatan = first.Pendekatan ?? own.Pendekatan,
            Utama = Of(JenisHasilKerja.Utama),
            Tambahan = Of(JenisHasilKerja.Tambahan),
            Ekspektasi = first.Ekspektasi,
            DukunganSumberDaya = first.DukunganSumberDaya,
            SkemaPertanggungjawaban = first.SkemaPertanggungjawaban,
            Konsekuensi = first.Konsekuensi,
        };
    }

    // Words that the plan has chosen or typed before mean the same again; others are looked for in the superior's plan.
    private static BarisRencana BarisOf(SasaranKinerja own, RencanaPimpinan pimpinan, IReadOnlyList<RencanaLine> lines)
    {
        var words = lines[0].Diintervensi;
        bool Means(RencanaDiintervensi rencana) => CellText.Clean(rencana.Uraian) == words;
        var before = words is null ? null : own.Rencana.Select(r => r.Diintervensi).OfType<RencanaDiintervensi>().FirstOrDefault(Means);
        var chosen = words is null ? null : before is null ? pimpinan.Rows.FirstOrDefault(Means) : before.Sumber is null ? null : before;
        return new()
        {
            Dari = chosen is null ? null : RencanaPimpinan.Value(chosen),
            Diintervensi = chosen is null ? words : null,
            Uraian = lines[0].Uraian,
            PenugasanDari = lines[0].PenugasanDari,
            UkuranKeberhasilan = lines[0].UkuranKeberhasilan,
            Indikator = [.. lines.Where(l => l.At >= 0).Select(l => l.Indikator)],
        };
    }

    private static IEnumerable<Row> Placed(JenisHasilKerja jenis, List<(JenisHasilKerja Jenis, List<Row> Rows)> groups)
    {
        foreach (var (index, (_, rows)) in groups.Where(g => g.Jenis == jenis).Index())
        {
            (rows[0].Line.Bagian, rows[0].Line.Ke) = (jenis, index + 1);
            var at = 0;
            foreach (var row in rows)
            {
                row.Line.Rencana = (jenis, index);
                row.Line.At = row.Line.Indikator.IsEmpty ? -1 : at++;
                yield return row;
            }
        }
    }

    private void WhyOther(Row row, Row first)
    {
        if (!row.Line.Repeats(first.Line))
        {
            Fault(row.Faults, nameof(RencanaLine.Uraian), $"Rencana dengan nomor ini sudah tertulis lain di baris {first.Sheet.No}. "
                + "Samakan bunyinya, atau beri nomor lain.");
        }
    }

    private static (int Row, string Field) PlaceOf(string path, IReadOnlyList<RencanaLine> lines)
    {
        var (index, rest) = FieldPath.RowOf(path);
        if (index < 0 || !Enum.TryParse<JenisHasilKerja>(path.Split('[')[0], out var jenis))
        {
            return (0, path);
        }

        var (at, field) = FieldPath.RowOf(rest);
        var row = lines.Index().FirstOrDefault(l => l.Item.Rencana == (jenis, index) && (at < 0 || l.Item.At == at)).Index;
        return (row, at < 0 ? rest : $"{RencanaColumns.Indikator}.{field}");
    }

    private static IEnumerable<RencanaLine> Lines(JenisHasilKerja jenis, int ke, RencanaHasilKerja rencana) =>
        (rencana.Indikator.Count == 0 ? [null] : rencana.Indikator.Select(i => (IndikatorKinerjaIndividu?)i)).Select((indikator, at) =>
            new RencanaLine
            {
                Indikator = indikator is null ? new() : BarisIndikator.From(indikator),
                Bagian = at == 0 ? jenis : null,
                Ke = at == 0 ? ke : null,
                Diintervensi = at == 0 ? rencana.Diintervensi?.Uraian : null,
                Uraian = at == 0 ? rencana.Uraian.Trimmed() : null,
                PenugasanDari = at == 0 ? rencana.PenugasanDari : null,
                UkuranKeberhasilan = at == 0 ? rencana.UkuranKeberhasilan : null,
            });

    // The plan, or the empty one that the page would begin.
    private static SasaranKinerja OwnOf(PlanSubject subject) => (SasaranKinerja)(subject.Plan?.Content
        ?? subject.Period.Peraturan.Begin(null, new(subject.Pegawai.JenisJabatan, PimpinanUnitMandiri: false, default)));

    private static bool MayLead(PlanSubject subject) => subject.Pegawai.JenisJabatan.Choices().Count > 1;

    private static bool? MandiriOf(PlanSubject subject, SasaranKinerja skp) =>
        MayLead(subject) ? skp.Kelompok == KelompokJabatan.PimpinanTinggi : null;

    private static string? Joined(IReadOnlyList<string> lines) => string.Join('\n', lines).Trimmed();
}
