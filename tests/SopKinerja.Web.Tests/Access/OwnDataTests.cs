using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Access;

/// <summary>What is kept about somebody is shown to him and to nobody else, and what is wrong is put right or refused with a
/// reason.</summary>
public sealed class OwnDataTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task The_page_and_the_file_hold_what_is_kept_and_nothing_of_another()
    {
        var id = await site.DossierAtAsync(Step.Sign, "pelaksanaind");
        await site.DossierAtAsync(Step.Sign, "penera");
        using var kadis = await site.SignInAsync("kadis");
        await kadis.GoAsync($"/berkas/{id}/hasil");
        using var asn = await site.SignInAsync("pelaksanaind");

        var page = await asn.GoAsync("/data-saya");
        foreach (var part in (string[])["Data pegawai", "Akun", "Sesi", "SKP", "Berkas penilaian", "Keadaan", "Penugasan", "Sertifikat",
            "Siapa membuka hasil Anda", "Yang Anda lakukan menurut Catatan akses", "Perubahan data dan akun Anda"])
        {
            Assert.Contains(part, page.Page.QuerySelectorAll("h2").Select(h => h.TextContent));
        }

        Assert.NotNull(page.Page.QuerySelector($"a[href='/berkas/{id}']"));
        var file = await asn.GoAsync("/data-saya/berkas.json");
        using var json = JsonDocument.Parse(file.Bytes);
        var content = json.RootElement.GetProperty("Isi");
        Assert.Equal(site.People["pelaksanaind"].Nama, content.GetProperty("Data pegawai")[0].GetProperty("Nama").GetString());
        Assert.Equal(1, content.GetProperty("Berkas penilaian").GetArrayLength());
        Assert.Equal("membuka halaman hasil", content.GetProperty("Siapa membuka hasil Anda")[0].GetProperty("Apa").GetString());
        var text = System.Text.Encoding.UTF8.GetString(file.Bytes);
        Assert.DoesNotContain(site.People["penera"].Nama, text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            await site.AskAsync(db => db.Users.Where(u => u.UserName == "pelaksanaind").Select(u => u.PasswordHash!).SingleAsync()), text,
            StringComparison.Ordinal);
        Assert.Equal(1, await site.AskAsync(db => db.AccessEvents.CountAsync(e => e.Kind == AccessKind.OwnData)));
    }

    /// <summary>Whoever could read his result here would never have received it, and his days to object would never begin.</summary>
    [Fact]
    public async Task A_result_that_its_person_has_not_opened_is_named_and_not_told()
    {
        var id = await site.PlayAsync(async play =>
        {
            var dossier = await play.DossierAtAsync(Step.Validate, "penggerak", site.Period);
            await play.PerformAsync(dossier);
            return dossier.Id;
        });
        var result = await site.AskAsync(db => db.Dossiers.Where(d => d.Id == id).Select(d => d.Outcome!).SingleAsync());
        using var asn = await site.SignInAsync("penggerak");

        foreach (var address in (string[])["/data-saya", "/data-saya/berkas.json"])
        {
            var text = System.Text.Encoding.UTF8.GetString((await asn.GoAsync(address)).Bytes);
            Assert.Contains("sudah terbit; buka berkasnya", text, StringComparison.Ordinal);
            Assert.DoesNotContain(Angka.Tampil(result.Nilai!.Value), text, StringComparison.Ordinal);
        }

        Assert.Null(await site.AskAsync(db => db.Dossiers.Where(d => d.Id == id).Select(d => d.ResultReceipt).SingleAsync()));
        await asn.GoAsync($"/berkas/{id}");
        Assert.NotNull(await site.AskAsync(db => db.Dossiers.Where(d => d.Id == id).Select(d => d.ResultReceipt).SingleAsync()));
        Assert.Contains(
            $"{Angka.Tampil(result.Nilai!.Value)} ({result.Sebutan})", (await asn.GoAsync("/data-saya")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_goes_to_the_administrator_and_its_answer_comes_back_once()
    {
        using var asn = await site.SignInAsync("juru");
        using var admin = await site.SignInAsync("admin");
        var page = await (await asn.GoAsync("/data-saya")).PressAsync("Kirim kepada administrator");
        Assert.Equal(2, page.Errors.Count);

        page = await page.Fill("Yang salah", "Tempat lahir saya tertulis Paringin.").Fill("Yang benar", "Barabai, menurut akta kelahiran.")
            .PressAsync("Kirim kepada administrator");
        Assert.StartsWith("Permintaan Anda sudah dikirim", page.Done, StringComparison.Ordinal);
        Assert.Contains("Menunggu administrator", page.Text, StringComparison.Ordinal);

        var open = await site.AskAsync(db => db.Corrections.CountAsync(c => c.AnsweredAt == null));
        Assert.Contains($"{open} menunggu jawaban Anda", (await admin.GoAsync("/")).Text, StringComparison.Ordinal);
        var form = await (await admin.GoAsync("/pembetulan")).FollowAsync(site.People["juru"].Nama);
        var other = await admin.GoAsync(form.Url.AbsolutePath);
        Assert.Equal(2, (await form.PressAsync("Kirim jawaban")).Errors.Count);
        page = await form.Tick("Dibetulkan").Fill("Apa yang Anda ubah, atau mengapa tidak", "Tempat lahir diubah menjadi Barabai.")
            .PressAsync("Kirim jawaban");
        Assert.StartsWith("Jawaban kepada", page.Done, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await other.Tick("Ditolak").Fill("Apa yang Anda ubah, atau mengapa tidak", "Tidak ada buktinya.")
            .PressAsync("Kirim jawaban")).Status);

        page = await asn.GoAsync("/data-saya");
        Assert.Contains("Dibetulkan", page.Text, StringComparison.Ordinal);
        Assert.Contains("Tempat lahir diubah menjadi Barabai.", page.Text, StringComparison.Ordinal);
        var id = await site.AskAsync(db => db.Corrections.Where(c => c.IsDone == true).Select(c => c.Id).SingleAsync());
        Assert.Equal(2, await site.AskAsync(db => db.Changes.CountAsync(c => c.Subject == ChangeSubjects.Pembetulan && c.SubjectId == id)));
        foreach (var sql in (string[])
            [
                $"update corrections set answer = 'x' where id = {id}", $"update corrections set wrong = 'x' where id = {id}",
                "delete from corrections", "truncate corrections",
            ])
        {
            Assert.Equal("SK001", await site.RefusedAsync(sql));
        }
    }

    [Fact]
    public async Task Nobody_asks_for_a_correction_without_being_a_person_and_nobody_for_more_than_ten_at_once()
    {
        using var auditor = await site.SignInAsync("auditor");
        Assert.False((await auditor.GoAsync("/data-saya")).HasButton("Kirim kepada administrator"));
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await auditor.PostAsync("/data-saya", "/kata-sandi", ("Input.Salah", "Semua hasil."), ("Input.Seharusnya", "Lain."))).Status);

        using var asn = await site.SignInAsync("penera");
        var page = await asn.GoAsync("/data-saya");
        for (var i = 0; i <= 10; i++)
        {
            page = await page.Fill("Yang salah", $"Nomor {i} keliru.").Fill("Yang benar", "Yang lain.").PressAsync("Kirim kepada administrator");
        }

        Assert.Contains("Masih ada 10 permintaan", string.Join(' ', page.Errors), StringComparison.Ordinal);
    }
}
