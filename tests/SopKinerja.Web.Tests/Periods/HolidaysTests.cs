using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Periods;

public sealed class HolidaysTests(SopSite site) : IClassFixture<SopSite>
{
    private static readonly DateOnly Nyepi = new(2026, 3, 19);

    [Fact]
    public async Task A_holiday_counts_at_once_and_no_longer_when_it_is_removed()
    {
        using var admin = await site.SignInAsync("admin");
        Assert.DoesNotContain(Nyepi, await CalendarAsync());

        var page = await (await admin.GoAsync("/periode/libur"))
            .Fill("Tanggal", "2026-03-19").Fill("Nama hari libur", "Hari Suci Nyepi").PressAsync("Tambah hari libur");
        Assert.Equal("Hari libur 19 Maret 2026 sudah ditambahkan.", page.Done);
        Assert.Contains(Nyepi, await CalendarAsync());

        page = await page.PressAsync("Hapus 19 Maret 2026");
        Assert.Equal("Hari libur 19 Maret 2026 sudah dihapus.", page.Done);
        Assert.DoesNotContain(Nyepi, await CalendarAsync());
        Assert.Equal(["menambahkan hari libur Hari Suci Nyepi.", "menghapus hari libur Hari Suci Nyepi."],
            await site.AskAsync(db => db.Changes.Where(c => c.Subject == "Hari libur" && c.SubjectId == 20260319)
                .OrderBy(c => c.Id).Select(c => c.Sentence).ToListAsync()));
    }

    [Theory]
    [InlineData("", "Libur", "Tanggal belum diisi")]
    [InlineData("besok", "Libur", "tidak dapat dibaca")]
    [InlineData("1066-10-14", "Libur", "antara 2000 dan 2100")]
    [InlineData("2026-08-17", "Libur", "sudah tercatat")]
    [InlineData("2026-02-17", "", "belum diisi")]
    public async Task A_wrong_field_gets_a_sentence(string tanggal, string nama, string sentence)
    {
        using var admin = await site.SignInAsync("admin");

        var page = await (await admin.GoAsync("/periode/libur?tahun=2026"))
            .Fill("Tanggal", tanggal).Fill("Nama hari libur", nama).PressAsync("Tambah hari libur");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Errors, e => e.Contains(sentence, StringComparison.Ordinal));
        Assert.Equal(nama, page.Value("Nama hari libur"));
    }

    [Fact]
    public async Task Each_year_has_its_list()
    {
        using var admin = await site.SignInAsync("admin");

        var page = await (await admin.GoAsync("/periode/libur")).Fill("Tahun", "2027").PressAsync("Tampilkan tahun");

        Assert.Contains("Hari libur tahun 2027", page.Text, StringComparison.Ordinal);
        Assert.Contains("Jumat, 1 Januari 2027", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1 Januari 2026", page.Text, StringComparison.Ordinal);
    }

    private async Task<IReadOnlySet<DateOnly>> CalendarAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<WorkingCalendarSource>().GetAsync()).Holidays;
    }
}
