using System.Security.Claims;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Pages.Periods;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Imports;

internal sealed class HolidayKind(SopDbContext db, HolidayChanges changes, IValidator<HolidaysModel.Form> validator)
    : ImportKind<HolidaysModel.Form>(validator)
{
    public override string Slug => "libur";

    public override string Nama => "hari libur";

    public override string About => "Satu baris untuk satu hari. Libur yang tidak ada dalam berkas tidak dihapus.";

    protected override IReadOnlyList<ImportColumn<HolidaysModel.Form>> Columns { get; } =
    [
        ImportColumn.Date<HolidaysModel.Form>("Tanggal", nameof(HolidaysModel.Form.Tanggal), f => f.Tanggal, (f, d) => f.Tanggal = d)
            with { Names = ["Hari/Tanggal", "Hari, Tanggal", "Tgl", "Tanggal libur"] },
        ImportColumn.Text<HolidaysModel.Form>("Nama", nameof(HolidaysModel.Form.Nama), f => f.Nama, (f, t) => f.Nama = t)
            with { Names = ["Keterangan", "Nama hari libur", "Hari libur", "Uraian", "Hari libur nasional", "Cuti bersama"] },
    ];

    protected override async Task LoadAsync(CancellationToken cancel) => Know((await db.Holidays.AsNoTracking().OrderBy(h => h.Date)
        .ToListAsync(cancel)).Select(h => new Entry(h.Date.DayNumber, $"{h.Date:yyyy-MM-dd}", new() { Tanggal = h.Date, Nama = h.Nama })));

    protected override HolidaysModel.Form Copy(Entry before) => new() { Tanggal = before.Form.Tanggal, Nama = before.Form.Nama };

    protected override string? KeyOf(HolidaysModel.Form form) => form.Tanggal is { } date ? $"{date:yyyy-MM-dd}" : null;

    protected override string NamaOf(HolidaysModel.Form form) => form.Tanggal is { } date ? Tanggal.Tampil(date) : form.Nama ?? "";

    protected override IEnumerable<(string Field, string Sentence)> WhyNot(HolidaysModel.Form form, Entry? before) => [];

    // A holiday is never renamed by hand either.
    protected override async Task StoreAsync(ClaimsPrincipal user, HolidaysModel.Form form, Entry? before)
    {
        if (before is not null)
        {
            await changes.RemoveAsync(user, await db.Holidays.SingleAsync(h => h.Date == form.Tanggal));
        }

        await changes.AddAsync(user, form);
    }
}
