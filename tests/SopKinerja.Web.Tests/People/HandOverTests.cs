using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.People;

/// <summary>Serah terima: what waits for somebody who leaves goes to named successors in one act, and nobody becomes inactive
/// before.</summary>
public sealed class HandOverTests(SopSite site) : IClassFixture<SopSite>
{
    private const string Record = "Catat serah terima";

    [Fact]
    public async Task A_Kabid_hands_over_his_people_plans_dossiers_and_results_in_one_act()
    {
        var (rated, issued, input) = (
            await site.DossierAtAsync(Step.Validate, "pelaksanakop"), await site.DossierAtAsync(Step.Sign, "penggerak"),
            await site.DossierAtAsync(Step.Input, "penyuluh"));
        using var admin = await site.SignInAsync("admin");
        var person = await admin.GoAsync($"/pegawai/{Id("kabidkop")}");
        Assert.Contains("Pegawai yang dinilainya (4)", person.Text, StringComparison.Ordinal);
        Assert.Contains("serah terimanya dahulu", Assert.Single((await person.Tick("Masih aktif", on: false).PressAsync("Simpan perubahan")).Errors),
            StringComparison.Ordinal);
        var account = await admin.GoAsync($"/akun/{await AccountAsync("kabidkop")}");
        Assert.Contains("serah terimanya dahulu", Assert.Single((await account.Tick("Akun dapat dipakai untuk masuk", on: false)
            .PressAsync("Simpan perubahan")).Errors), StringComparison.Ordinal);

        // The successor comes from among the people of the one who leaves; one of them goes to another.
        var page = await admin.GoAsync($"/pegawai/{Id("kabidkop")}/serah-terima");
        Assert.Contains("langkah 4 (Validasi dan penilaian)", page.Text, StringComparison.Ordinal);
        page = Filled(page, "Lailatul Qadriah, S.P.").Fill(site.People["pppkkop"].Nama, "Hairul Anwar, S.T., M.T.");
        page = await page.PressAsync(Record);
        Assert.Contains("Perhatikan: Lailatul Qadriah, S.P. menjabat di bawah pengawas dan surat pendelegasiannya", page.Done!,
            StringComparison.Ordinal);
        Assert.DoesNotContain("Hairul Anwar, S.T., M.T. menjabat", page.Done, StringComparison.Ordinal);

        var people = await site.AskAsync(db => db.Pegawai.AsNoTracking().ToDictionaryAsync(p => p.Id));
        Assert.Equal(
            (Id("penyuluh"), Id("penyuluh"), Id("kabidind"), Id("kadis")),
            (people[Id("pelaksanakop")].AtasanId!.Value, people[Id("penggerak")].AtasanId!.Value, people[Id("pppkkop")].AtasanId!.Value,
                people[Id("penyuluh")].AtasanId!.Value));
        Assert.False(people[Id("kabidkop")].IsActive);
        Assert.False(await site.AskAsync(db => db.Users.Where(a => a.PegawaiId == Id("kabidkop")).Select(a => a.IsActive).SingleAsync()));
        var plans = await site.AskAsync(db => db.Plans.AsNoTracking().Include(p => p.History.OrderBy(h => h.No))
            .Where(p => p.PeriodId == site.Period.Id).ToDictionaryAsync(p => p.PegawaiId));
        var followed = plans[Id("pelaksanakop")];
        Assert.Equal((Id("penyuluh"), PlanState.Agreed), (followed.AtasanId, followed.State));
        Assert.Equal(
            $"mengikuti data pegawai: atasan langsung dari {site.People["kabidkop"].Nama} menjadi {site.People["penyuluh"].Nama}",
            followed.History[^1].Sentence);
        Assert.Equal(site.People["kabidkop"].Nama, followed.AgreedBy?.ActorNama);
        // The result of the whole period fixes what it measured.
        Assert.Equal(Id("kabidkop"), plans[Id("penggerak")].AtasanId);

        using var heir = await site.SignInAsync("penyuluh");
        Assert.Equal(HttpStatusCode.OK, (await heir.GoAsync($"/berkas/{rated}/validasi")).Status);
        Assert.Equal(HttpStatusCode.OK, (await heir.GoAsync($"/berkas/{issued}")).Status);
        var agreed = await heir.GoAsync($"/skp/{followed.Id}");
        Assert.Contains("Target perlu disesuaikan?", agreed.Text, StringComparison.Ordinal);
        Assert.Contains($"oleh {site.People["kabidkop"].Nama}", agreed.Text, StringComparison.Ordinal);
        Assert.Contains($"Atasan langsungnya sekarang {site.People["penyuluh"].Nama}", agreed.Text, StringComparison.Ordinal);
        var own = await site.AskAsync(db => db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == input));
        Assert.Equal(Id("kadis"), own.AtasanLangsungId);

        // On the result that bears the name of the one who left, the successor acts in his place.
        using (var asn = await site.SignInAsync("penggerak"))
        {
            var objection = await (await asn.GoAsync($"/berkas/{issued}/tanda-tangan/keberatan")).Fill("Alasan keberatan", "Kuantitas kegiatan 1 kurang.")
                .PressAsync("Kirim keberatan");
            Assert.True(objection.Done is not null, string.Join(' ', objection.Errors));
        }

        using var again = await site.SignInAsync("penyuluh");
        var answer = await (await again.GoAsync($"/berkas/{issued}/tanggapan")).Fill("Tanggapan atas keberatan", "Kuantitas kegiatan 1 sudah sesuai bukti dukung.")
            .PressAsync("Kirim tanggapan");
        Assert.True(answer.Done is not null, string.Join(' ', answer.Errors));
        var line = await site.AskAsync(db => db.History.Where(h => h.DossierId == issued).OrderByDescending(h => h.No).FirstAsync());
        Assert.Contains($"{site.People["penyuluh"].Nama} (Pengganti ", line.Sentence, StringComparison.Ordinal);
        var log = await site.AskAsync(db => db.Changes.Where(c => c.Subject == ChangeSubjects.Pegawai && c.SubjectId == Id("kabidkop"))
            .OrderBy(c => c.Id).Select(c => c.Sentence).ToListAsync());
        Assert.Contains("4 pegawai yang dinilainya", log[0], StringComparison.Ordinal);
        Assert.Contains(" SKP yang menunggunya", log[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Serah terima", (await admin.GoAsync($"/pegawai/{Id("kabidkop")}")).Page.QuerySelectorAll("a.tombol")
            .Select(a => a.TextContent));
    }

    [Fact]
    public async Task Offices_that_nobody_else_holds_go_to_an_account_and_mandates_end()
    {
        using var admin = await site.SignInAsync("admin");
        await site.AskAsync(async db =>
        {
            db.Penugasan.Add(new(Domain.People.JenisPenugasan.Plh, Id("kabiddag"), Id("kadis"), "800/3", Today, Today, Today.AddDays(9), "Cuti"));
            return await db.SaveChangesAsync();
        });
        var page = Filled(await admin.GoAsync($"/pegawai/{Id("kadis")}/serah-terima"), "Gusti Rahmadi, S.Sos., M.A.P.").Fill("Kepala Dinas", "H. Akhmad Fauzan, S.H.");
        page = await page.PressAsync(Record);
        Assert.Contains("belum mempunyai akun", Assert.Single(page.Errors), StringComparison.Ordinal);
        page = await page.Fill("Kepala Dinas", "").PressAsync(Record);
        Assert.True(page.Done is not null, string.Join(' ', page.Errors));

        Assert.Equal(
            ["KepalaDinas", "Sekretaris"],
            (await site.AskAsync(db => db.Users.Where(a => a.PegawaiId == Id("sekretaris")).Select(a => a.Offices).SingleAsync())).Order());
        Assert.Empty(await site.AskAsync(db => db.Users.Where(a => a.PegawaiId == Id("kadis")).Select(a => a.Offices).SingleAsync()));
        Assert.NotNull(await site.AskAsync(db => db.Penugasan.Where(p => p.PelaksanaId == Id("kadis")).Select(p => p.EndedAt).SingleAsync()));
        Assert.Equal(Id("sekda"), await site.AskAsync(db => db.Pegawai.Where(p => p.Id == Id("sekretaris")).Select(p => p.AtasanId).SingleAsync()));
    }

    [Fact]
    public async Task Two_who_would_rate_each_other_and_a_list_that_grew_are_refused_and_nothing_is_half_done()
    {
        using var admin = await site.SignInAsync("admin");
        var page = await admin.GoAsync($"/pegawai/{Id("kabiddag")}/serah-terima");
        page = await Filled(page, "H. Marzuki, S.E.").Fill(site.People["penera"].Nama, "Rusmini").Fill(site.People["pelaksanadag"].Nama, "Eko Prasetyo, S.Si.")
            .PressAsync(Record);
        Assert.Contains("saling menilai", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(Id("kabiddag"), await site.AskAsync(db => db.Pegawai.Where(p => p.Id == Id("penera")).Select(p => p.AtasanId).SingleAsync()));
        Assert.DoesNotContain("serah terima", (await admin.GoAsync($"/pegawai/{Id("kabiddag")}")).Text.Split("Riwayat perubahan")[1],
            StringComparison.Ordinal);

        page = Filled(await admin.GoAsync($"/pegawai/{Id("kabiddag")}/serah-terima"), "Dra. Hj. Masniah");
        page = await page.PressAsync(Record);
        Assert.Contains("orang lain", Assert.Single(page.Errors), StringComparison.Ordinal);

        // A letter is not of tomorrow, and nobody rates himself; what was typed stays.
        page = await page.Fill("Penerus", "H. Marzuki, S.E.").Fill(site.People["penera"].Nama, site.People["penera"].Nama)
            .Fill("Tanggal surat", "2099-01-01").PressAsync(Record);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Tanggal surat harus antara 1 Januari 2000 dan hari ini.", Assert.Single(page.Errors));
        page = await page.Fill("Tanggal surat", $"{Today:yyyy-MM-dd}").PressAsync(Record);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(
            $"{site.People["penera"].Nama} tidak dapat dinilai oleh dirinya sendiri. Tulis orang lain, atau kosongkan bila penerus di atas.",
            Assert.Single(page.Errors));
        Assert.Equal("H. Marzuki, S.E.", page.Value("Penerus"));
        page = page.Fill(site.People["penera"].Nama, "");
        await site.AskAsync(db => db.Pegawai.Where(p => p.Id == Id("juru")).ExecuteUpdateAsync(
            p => p.SetProperty(x => x.AtasanId, Id("kabiddag"))));
        page = await page.PressAsync(Record);
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains(site.People["juru"].Nama, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_database_refuses_the_inactive_for_whom_something_waits_and_two_stand_ins_at_once()
    {
        Assert.Equal("SK010", await site.RefusedAsync($"update pegawai set is_active = false where id = {Id("kauptd")}"));
        Assert.Equal("SK010", await site.RefusedAsync(
            $"update accounts set is_active = false where pegawai_id = {Id("kauptd")}"));
        Assert.Null(await site.RefusedAsync($"update pegawai set is_active = false where id = {Id("keamanan")}"));
        const string Insert = """
            insert into penugasan (jenis, menggantikan_id, pelaksana_id, nomor_sk, tanggal_sk, mulai, selesai, alasan)
            values ('Plt', {0}, {1}, '1', '2026-01-01', '2026-01-01', '2026-02-01', 'x'), ('Plh', {0}, {2}, '2', '2026-01-01', '{3}', null, 'x')
            """;
        string Two(string from) => string.Format(
            System.Globalization.CultureInfo.InvariantCulture, Insert, Id("kauptd"), Id("juru"), Id("keamanan"), from);
        Assert.Equal("23P01", await site.RefusedAsync(Two("2026-02-01")));
        Assert.Null(await site.RefusedAsync(Two("2026-02-02")));
    }

    private DateOnly Today => Tanggal.DiWita(site.Clock.GetUtcNow());

    private int Id(string userName) => site.People[userName].PegawaiId!.Value;

    private Visit Filled(Visit page, string heir) => page.Fill("Sebab", "Pensiun").Fill("Nomor surat", "800/77")
        .Fill("Tanggal surat", $"{Today:yyyy-MM-dd}").Fill("Penerus", heir);

    private Task<int> AccountAsync(string userName) => site.AskAsync(
        db => db.Users.Where(a => a.PegawaiId == Id(userName)).Select(a => a.Id).SingleAsync());
}
