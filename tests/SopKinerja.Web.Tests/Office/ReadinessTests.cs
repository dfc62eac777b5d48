using Microsoft.EntityFrameworkCore;
using Npgsql;
using SopKinerja.Web.Pages;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Office;

/// <summary>The administrator's list of what a dinas needs, which ticks itself.</summary>
public sealed class ReadinessTests(EmptyOfficeTests.EmptySite empty, SettingsTests.OfficeSite office)
    : IClassFixture<EmptyOfficeTests.EmptySite>, IClassFixture<SettingsTests.OfficeSite>
{
    [Fact]
    public async Task The_settings_come_first_where_nobody_has_filled_them_in()
    {
        using var admin = await empty.SignInAsync("admin");
        var page = await admin.GoAsync("/");
        var next = page.Page.QuerySelector("section[aria-labelledby=persiapan] a.tombol--utama")!;
        Assert.Equal("/setelan", next.GetAttribute("href"));
        Assert.Contains("Berikutnya: Dinas. Setelan dinas belum lengkap", page.Text, StringComparison.Ordinal);
        Assert.Equal("Belum", State(page, "Dinas"));
        Assert.Equal("Siap", State(page, "Pegawai"));
    }

    /// <summary>Each is taken away in turn, and put back, so that no row ticks whatever is there.</summary>
    [Theory]
    [InlineData("Unit kerja", "Belum ada unit kerja.", "update unit_kerja set is_active = false")]
    [InlineData("Pegawai", "Belum ada pegawai di unit kerja mana pun.", "update pegawai set is_active = false")]
    [InlineData("Atasan", "2 pegawai belum mempunyai pejabat penilai.",
        "update pegawai set atasan_id = null where id in (select pegawai_id from accounts where user_name in ('analis', 'penyuluh'))")]
    [InlineData("Akun", "1 pegawai belum mempunyai akun.", "update accounts set is_active = false where user_name = 'penyuluh'")]
    [InlineData("Tugas dalam SOP", "Belum ada akun yang bertugas sebagai Analis.", "update accounts set is_active = false where 'Analis' = any (offices)")]
    [InlineData("Slip masuk", "1 akun belum mempunyai slip masuk yang berlaku.",
        "update accounts set password_hash = null where user_name = 'penyuluh'")]
    [InlineData("Konfirmasi akun", "Pemilik 1 akun belum dikonfirmasi Kasubbag, Sekretaris, atau Kepala Dinas, jadi belum dapat menandatangani.",
        "update accounts set reset_at = now(), reset_by = 'x', confirm_code = 'ABCDEFGHJKMN', confirmed_at = null, confirmed_by = null where user_name = 'penyuluh'")]
    [InlineData("Hari libur", "Hari libur tahun 2026 belum diisi, jadi batas waktu dihitung tanpa libur.", "delete from holidays")]
    [InlineData("Periode", "Belum ada periode yang terbuka.", "update periods set is_open = false")]
    [InlineData("Periode", "Belum ada periode terbuka yang memuat hari ini; “Kinerja 2030” mulai 1 Januari 2030.",
        "update periods set is_open = false; insert into periods (nama, mulai, selesai, method, is_open) select 'Kinerja 2030', '2030-01-01', '2030-12-31', method, true from periods limit 1")]
    [InlineData("Periode", "Periode yang terbuka sudah lewat semua; belum ada yang memuat hari ini.",
        "update periods set is_open = selesai < '2026-01-01'")]
    [InlineData("Atasan", "Belum ada pegawai yang pejabat penilainya dapat dipilih.", "update pegawai set is_active = false")]
    [InlineData("Akun", "Belum ada pegawai yang dapat diberi akun.", "update pegawai set is_active = false")]
    [InlineData("Slip masuk", "Belum ada akun pegawai.", "update accounts set is_active = false where pegawai_id is not null")]
    [InlineData("Slip masuk", "1 akun belum mempunyai slip masuk yang berlaku.",
        """
        insert into sessions (digest, account_id, stamp, created_at, last_seen_at)
            select sha256('x'), id, 'x', now(), now() from accounts where user_name = 'penyuluh';
        update accounts set password_hash = null, must_change_password = true, entry_digest = decode(repeat('00', 48), 'hex'), entry_until = now() - interval '30 days', entry_slips = 1
            where user_name = 'penyuluh'
        """)]
    [InlineData("Konfirmasi akun", "Belum ada akun pegawai.", "update accounts set is_active = false where pegawai_id is not null")]
    [InlineData("Hari libur", "Hari libur tahun 2026 belum diisi, jadi batas waktu dihitung tanpa libur.", "update periods set is_open = false; delete from holidays")]
    public async Task What_is_missing_is_named_and_how_much_of_it(string row, string sentence, string sql)
    {
        await using var connection = new NpgsqlConnection(office.ConnectionString);
        await connection.OpenAsync();
        await using var db = new SopDbContext(new DbContextOptionsBuilder<SopDbContext>().UseNpgsql(connection).Options);
        await using var transaction = await db.Database.BeginTransactionAsync();
        Assert.Null(await WhyNotAsync());
        await using var command = new NpgsqlCommand($"""
            do $$ declare t text; begin
                foreach t in array array['unit_kerja', 'pegawai', 'accounts', 'holidays', 'periods'] loop
                    execute format('alter table %I disable trigger user', t);
                end loop;
            end $$;
            {sql}
            """, connection);
        Assert.NotEqual(0, await command.ExecuteNonQueryAsync());
        Assert.Equal(sentence, await WhyNotAsync());

        async Task<string?> WhyNotAsync() => ReadinessRow.Rows.Single(r => r.Nama == row)
            .WhyNot(await ReadinessFacts.OfAsync(db, null, office.Clock.GetUtcNow(), CancellationToken.None));
    }

    [Fact]
    public async Task Where_nobody_can_confirm_it_is_said_who_does_and_where_that_is_explained()
    {
        using var admin = await empty.SignInAsync("admin");
        await empty.AsOwnerAsync("update accounts set reset_at = now(), reset_by = 'x', confirm_code = 'ABCDEFGHJKMN', confirmed_at = null, confirmed_by = null where pegawai_id is not null");
        var page = await admin.GoAsync("/");
        var row = page.Page.QuerySelectorAll("section[aria-labelledby=persiapan] li").Single(li => li.QuerySelector("a")!.TextContent == "Konfirmasi akun");
        Assert.Contains("yang pertama dikonfirmasi petugas server dengan perintah confirm-account", row.TextContent, StringComparison.Ordinal);
        var help = await admin.GoAsync(row.QuerySelector("a:last-of-type")!.GetAttribute("href")!);
        Assert.NotNull(help.Page.GetElementById("konfirmasi-akun"));
    }

    [Fact]
    public async Task Where_all_is_there_the_list_is_folded()
    {
        using var admin = await office.SignInAsync("admin");
        var page = await admin.GoAsync("/");
        Assert.Equal("Persiapan dinas: 10 dari 10 siap", page.Page.QuerySelector("#persiapan")!.TextContent);
        Assert.False(page.Page.QuerySelector("section[aria-labelledby=persiapan] details")!.HasAttribute("open"));
    }

    private static string State(Visit page, string row) => page.Page.QuerySelectorAll("section[aria-labelledby=persiapan] li")
        .Single(li => li.QuerySelector("a")!.TextContent == row).QuerySelector(".lencana")!.TextContent;
}
