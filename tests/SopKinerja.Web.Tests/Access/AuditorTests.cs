using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Access;

/// <summary>The auditor reads everything and acts on nothing, and who is read sees that he did.</summary>
public sealed class AuditorTests(AuditorTests.AuditedSite site) : IClassFixture<AuditorTests.AuditedSite>
{
    private const string Own = "sungai-pitap-di-balangan-9";

    [Fact]
    public async Task An_account_that_the_administrator_made_opens_nothing_before_a_second_officer_confirmed_it()
    {
        using var admin = await site.SignInAsync("admin");
        var page = (await admin.GoAsync("/akun/baru")).Tick("Auditor").Fill("Nama administrator atau auditor", "Drs. Syahrani (BKPSDM)")
            .Fill("Nama pengguna", "syahrani");
        page = await page.PressAsync("Buat akun dan slip masuk");
        Assert.True(page.Done is not null, string.Join(' ', page.Errors));
        using var auditor = site.Stranger();
        await auditor.EnterAsync("syahrani", await page.CodeAsync(), Own);

        foreach (var address in (string[])["/catatan-akses", "/kemajuan", "/arsip", $"/berkas/{site.Approved}", $"/berkas/{site.Approved}/hasil"])
        {
            Assert.True((int)(await auditor.GoAsync(address)).Status >= 400, address);
        }

        Assert.Contains("belum dikonfirmasi", (await auditor.GoAsync("/")).Text, StringComparison.Ordinal);
        var code = (await auditor.GoAsync("/konfirmasi-akun")).Page.QuerySelector("strong code")!.TextContent;

        // The Kepala Dinas sees it as he sees other accounts whose password the administrator knows.
        using var kadis = await site.SignInAsync("kadis");
        Assert.Contains("Drs. Syahrani (BKPSDM)", (await kadis.GoAsync("/")).Text, StringComparison.Ordinal);
        page = await kadis.GoAsync("/konfirmasi-akun/daftar");
        var account = await AccountAsync("syahrani");
        page = await page.Fill("Siapa yang berdiri di depan Anda?", $"{account}").Fill("Kode di layarnya", code).PressAsync("Konfirmasi");
        Assert.Equal("Akun Drs. Syahrani (BKPSDM) (auditor) sudah dikonfirmasi.", page.Done);

        Assert.Equal(HttpStatusCode.OK, (await auditor.GoAsync("/catatan-akses")).Status);
        Assert.Equal(HttpStatusCode.OK, (await auditor.GoAsync($"/berkas/{site.Approved}/hasil")).Status);
        Assert.Contains(
            "tugas: Auditor", await site.AskAsync(db => db.Changes.Where(c => c.SubjectId == account && c.Subject == ChangeSubjects.Akun)
                .OrderBy(c => c.Id).Select(c => c.Sentence).FirstAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_auditor_reads_what_people_ask_to_be_put_right_and_answers_none_of_it()
    {
        using var asn = await site.SignInAsync("juru");
        var page = (await asn.GoAsync("/data-saya")).Fill("Yang salah", "tempat lahir saya").Fill("Yang benar", "Barabai");
        Assert.NotNull((await page.PressAsync("Kirim kepada administrator")).Done);
        var id = await site.AskAsync(db => db.Corrections.MaxAsync(c => c.Id));
        using var auditor = await site.SignInAsync("auditor");

        page = await auditor.GoAsync("/pembetulan");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("tempat lahir saya", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector($"a[href='/pembetulan/{id}']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.GoAsync($"/pembetulan/{id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.PostAsync(
            $"/pembetulan/{id}", "/pembetulan", ("Input.Putusan", "ditolak"), ("Input.Jawaban", "x"))).Status);
        Assert.Contains("pembetulan", (await auditor.GoAsync("/catatan-akses")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{id", (await auditor.GoAsync("/catatan-akses")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_read_sees_the_auditor_and_everybody_else_with_capacity_time_and_what()
    {
        using var asn = await site.SignInAsync("pelaksanaind");
        var page = await asn.GoAsync("/siapa-membuka-hasil-saya");
        Assert.Contains("Belum ada orang lain", page.Text, StringComparison.Ordinal);
        await asn.GoAsync($"/berkas/{site.Approved}");

        foreach (var (who, address, status) in ((string, string, HttpStatusCode)[])
            [("auditor", "", HttpStatusCode.OK), ("auditor", "/dokumen/persetujuan", HttpStatusCode.OK), ("kadis", "/hasil", HttpStatusCode.OK),
                ("kabidind", "", HttpStatusCode.OK), ("kasubbag", "/hasil", HttpStatusCode.Forbidden), ("admin", "", HttpStatusCode.NotFound)])
        {
            using var reader = await site.SignInAsync(who);
            Assert.Equal(status, (await reader.GoAsync($"/berkas/{site.Approved}{address}")).Status);
        }

        page = await asn.GoAsync($"/siapa-membuka-hasil-saya?berkas={site.Approved}");
        var rows = page.Page.QuerySelectorAll("tbody tr").Select(r => string.Join(" | ", r.QuerySelectorAll("td").Take(3)
            .Select(c => string.Join(' ', c.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))).ToList();
        Assert.Equal(
            [
                "Administrator | Administrator | Ditolak mencoba membuka, dan ditolak",
                $"{site.People["kasubbag"].Nama} | Kasubbag | Ditolak mencoba membuka, dan ditolak",
                $"{site.People["kabidind"].Nama} | atasan langsung | membuka halaman hasil",
                $"{site.People["kadis"].Nama} | atasan pejabat penilai, Kepala Dinas | membuka halaman hasil",
                $"{Seeding.FictionalDinas.Auditor} | Auditor | membuka dokumen PDF: dokumen persetujuan",
                $"{Seeding.FictionalDinas.Auditor} | Auditor | membuka halaman hasil",
            ],
            rows);
        Assert.DoesNotContain("Baris berikutnya", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_a_person_is_paged_and_holds_no_other_persons_lines()
    {
        await site.AsOwnerAsync($"""
            select note_access(now() + n * interval '1 minute', 'Document', a.id, '-', '', false, array[{site.People["penera"].PegawaiId}],
                array[null::bigint], array['dokumen ' || n], array['Kepala Dinas'])
            from generate_series(1, 120) n join accounts a on a.user_name = 'kadis'
            """);
        using var penera = await site.SignInAsync("penera");
        var (page, seen) = (await penera.GoAsync("/siapa-membuka-hasil-saya"), new List<string>());
        while (true)
        {
            seen.AddRange(page.Page.QuerySelectorAll("tbody tr").Select(r => r.TextContent));
            if (!page.Text.Contains("Baris berikutnya", StringComparison.Ordinal))
            {
                break;
            }

            page = await page.FollowAsync("Baris berikutnya");
        }

        Assert.Equal((120, 120), (seen.Count, seen.Distinct().Count()));
        using var juru = await site.SignInAsync("juru");
        Assert.DoesNotContain("dokumen 7", (await juru.GoAsync("/siapa-membuka-hasil-saya")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_list_is_filtered_with_the_changes_of_rights_among_it_and_its_export_is_a_line_itself()
    {
        using var admin = await site.SignInAsync("admin");
        var juru = await AccountAsync("arsiparis");
        await (await admin.GoAsync($"/akun/{juru}")).PressAsync("Buat slip masuk");
        using var kadis = await site.SignInAsync("kadis");
        await kadis.GoAsync($"/berkas/{site.Approved}");
        using var auditor = await site.SignInAsync("auditor");

        var page = await auditor.GoAsync("/catatan-akses?sampai=2026-11-23");
        Assert.Contains("membuat slip masuk ke-1", page.Text, StringComparison.Ordinal);
        page = await auditor.GoAsync("/catatan-akses?jenis=Hak");
        Assert.All(page.Page.QuerySelectorAll("tbody tr"), r => Assert.Contains("Akun:", r.TextContent, StringComparison.Ordinal));
        page = await auditor.GoAsync("/catatan-akses?akun=kadis&jenis=ResultPage");
        Assert.NotEmpty(page.Page.QuerySelectorAll("tbody tr"));
        Assert.All(page.Page.QuerySelectorAll("tbody tr"), r => Assert.Contains(
            site.People["kadis"].Nama, r.TextContent, StringComparison.Ordinal));
        page = await auditor.GoAsync($"/catatan-akses?cari={Uri.EscapeDataString(site.People["pelaksanaind"].Nama)}&sejak=2026-11-23&sampai=2026-11-23");
        // The making of his account is about him too, and names it.
        Assert.All(page.Page.QuerySelectorAll("tbody tr"), r => Assert.Matches(
            $"{site.People["pelaksanaind"].Nama}|Akun: pelaksanaind", r.TextContent));
        Assert.Empty((await auditor.GoAsync("/catatan-akses?sampai=2026-11-22")).Page.QuerySelectorAll("tbody tr"));
        foreach (var edge in (string[])["sejak=0001-01-01", "sampai=0001-01-01", "sejak=9999-12-31", "sampai=9999-12-31", "sejak=0001-01-02"])
        {
            Assert.Equal(HttpStatusCode.OK, (await auditor.GoAsync($"/catatan-akses?{edge}")).Status);
        }

        Assert.NotEmpty((await auditor.GoAsync("/catatan-akses?sampai=kemarin")).Page.QuerySelectorAll("tbody tr"));

        var csv = await auditor.Client.GetStringAsync(new Uri("/catatan-akses.csv?jenis=Hak", UriKind.Relative));
        Assert.Contains("membuat slip masuk ke-1", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("membuka halaman", csv, StringComparison.Ordinal);
        Assert.Equal("perubahan hak", await site.AskAsync(db => db.AccessEvents.Where(e => e.Kind == AccessKind.LogExported)
            .Select(e => e.What).SingleAsync()));
    }

    [Fact]
    public async Task No_page_offers_the_auditor_a_button_that_does_anything()
    {
        using var auditor = await site.SignInAsync("auditor");
        foreach (var address in (string[])
            [$"/berkas/{site.Approved}", $"/berkas/{site.Approved}/hasil", $"/berkas/{site.Approved}/riwayat", $"/skp/{site.Plan}", "/kemajuan", "/capaian", "/skp"])
        {
            var page = await auditor.GoAsync(address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.All(
                page.Page.QuerySelectorAll("main form[method=post] button"), b => Assert.True(b.HasAttribute("disabled"), $"{address}: {b.TextContent}"));
        }
    }

    [Theory]
    [InlineData("update accounts set offices = array['Auditor'] where user_name = 'juru'", "23514")]
    [InlineData("update accounts set offices = array['Auditor', 'Analis'] where user_name = 'auditor'", "23514")]
    [InlineData("update accounts set offices = array['Auditor', 'Administrator'] where user_name = 'auditor'", "23514")]
    [InlineData("update accounts set pegawai_id = (select id from pegawai where nip is null) where user_name = 'auditor'", "23514")]
    public async Task The_office_goes_with_no_other_and_with_no_person(string sql, string code) =>
        Assert.Equal(code, await site.RefusedAsync(sql));

    [Fact]
    public async Task The_database_refuses_that_he_writes_history()
    {
        var account = await AccountAsync("auditor");
        string History(string actor, string nama, string capacity) =>
            "insert into history (dossier_id, no, actor_id, actor_nama, capacity, move, \"from\", \"to\", at) "
            + $"select id, 99, {actor}, {nama}, {capacity}, 'Worked', 50, 50, now() from dossiers where id = {site.Approved}";
        string Change(string subject, long id) =>
            "insert into changes (at, actor_nama, account_id, subject, subject_id, subject_nama, sentence) "
            + $"values (now(), 'x', {account}, '{subject}', {id}, 'x', 'x')";
        const string Nama = "(select nama from accounts where user_name = 'auditor')";

        Assert.Equal("SK004", await site.RefusedAsync(History($"{site.People["kabidind"].PegawaiId}", "'x'", "'Auditor'")));
        // What nobody did is the program's, and is refused by the order of the SOP, whatever name stands there (docs/decisions/0050).
        Assert.Equal("SK002", await site.RefusedAsync(History("null", Nama, "null")));
        Assert.Equal("SK002", await site.RefusedAsync("insert into plan_history (plan_id, no, actor_id, actor_nama, move, \"to\", at) "
            + $"select id, 99, null, {Nama}, 'Followed', state, now() from plans where id = {site.Plan}"));
        Assert.Equal("SK004", await site.RefusedAsync(Change("Pegawai", 1)));
        Assert.Equal("SK004", await site.RefusedAsync(Change("Akun", 1)));
        Assert.Null(await site.RefusedAsync(Change("Akun", account)));
    }

    private Task<int> AccountAsync(string userName) =>
        site.AskAsync(db => db.Users.Where(u => u.UserName == userName).Select(u => u.Id).SingleAsync());

    public sealed class AuditedSite : SopSite
    {
        /// <summary>A dossier that is approved and waits for the rated person.</summary>
        public long Approved { get; private set; }

        public long Plan { get; private set; }

        protected override async Task FoundAsync()
        {
            await base.FoundAsync();
            (Approved, Plan) = await PlayAsync(async play =>
            {
                var plan = await play.AgreedPlanAsync("pelaksanaind", Period);
                var dossier = await play.OpenAsync(plan);
                await play.BringToAsync(dossier, Step.Sign);
                return (dossier.Id, plan.Id);
            });
        }

        protected override void Recall(SopSite founder)
        {
            base.Recall(founder);
            (Approved, Plan) = (((AuditedSite)founder).Approved, ((AuditedSite)founder).Plan);
        }
    }
}
