using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Tests.Site;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Tests.Errors;

/// <summary>Forms that come back without something that was written into them.</summary>
public sealed class SentFieldsTests(SopSite site) : IClassFixture<SopSite>
{
    private const string Token = "__RequestVerificationToken";

    // Pages of one form that saves; the address of an account, a unit, a person and a period is asked for.
    private async Task<string[]> PagesAsync() => await site.AskAsync(async db => (string[])
    [
        $"/akun/{await db.Users.Where(u => u.UserName == "analis").Select(u => u.Id).SingleAsync()}",
        $"/unit/{await db.UnitKerja.Where(u => u.Kode == "PASAR").Select(u => u.Id).SingleAsync()}",
        $"/pegawai/{site.People["juru"].PegawaiId}", $"/periode/{site.Period.Id}", "/periode/baru", "/unit/baru", "/pegawai/baru",
        "/periode/libur?tahun=2026", $"/periode/keadaan?periode={site.Period.Id}&pegawai={site.People["juru"].PegawaiId}",
    ]);

    [Fact]
    public async Task A_form_with_nothing_but_its_token_is_400_and_does_nothing()
    {
        using var admin = await site.SignInAsync("admin");
        foreach (var address in await PagesAsync())
        {
            var page = await admin.GoAsync(address);

            var answer = await SendAsync(admin, address, [(Token, page.Token)]);

            Assert.True(answer.Status == HttpStatusCode.BadRequest, $"{address}: {answer.Status}");
            Assert.Contains("Isian Anda tidak sampai dengan utuh", answer.Text, StringComparison.Ordinal);
        }

        Assert.True(await site.AskAsync(db => db.Users.Where(u => u.UserName == "analis").Select(u => u.IsActive && u.Offices.Length == 1)
            .SingleAsync()));
    }

    [Fact]
    public async Task A_form_without_one_of_its_fields_is_400()
    {
        using var admin = await site.SignInAsync("admin");
        var tried = 0;
        foreach (var address in await PagesAsync())
        {
            var form = (await admin.GoAsync(address)).Forms().MaxBy(f => f.Count)!;
            // A box that is ticked sends one value beside the hidden one, and without it is not ticked.
            foreach (var field in form.Where(f => f.Name != Token).Select(f => f.Name).Distinct())
            {
                var left = form.Where(f => f.Name != field).ToList();
                var mark = form.Single(f => f.Name == FormMark.FieldName).Value.Split(' ');
                if (field != FormMark.FieldName && !mark.Contains(field))
                {
                    continue;
                }

                var answer = await SendAsync(admin, address, left);

                Assert.True(answer.Status == HttpStatusCode.BadRequest, $"{address} without {field}: {answer.Status}");
                tried++;
            }
        }

        Assert.InRange(tried, 50, 500);
    }

    [Fact]
    public async Task A_grid_that_lost_a_row_is_400_and_one_that_is_whole_is_saved()
    {
        var id = (await site.PlayAsync(play => play.DraftPlanAsync("juru", site.Period))).Id;
        using var juru = await site.SignInAsync("juru");
        var form = (await juru.GoAsync($"/skp/{id}/susun")).Forms().MaxBy(f => f.Count)!;
        var last = form.Select(f => f.Name).Where(n => n.StartsWith("Input.Rows[", StringComparison.Ordinal)).Max(n => n.Split(']')[0].Length)
            is var longest ? form.Where(f => f.Name.Split(']')[0].Length == longest).Select(f => f.Name.Split(']')[0]).Max()! : "";

        var cut = await SendAsync(juru, $"/skp/{id}/susun?handler=Save",
            [.. form.Where(f => !f.Name.StartsWith(last + "]", StringComparison.Ordinal))]);
        var whole = await SendAsync(juru, $"/skp/{id}/susun?handler=Save", form);

        Assert.Equal(HttpStatusCode.BadRequest, cut.Status);
        Assert.NotNull(whole.Done);
    }

    [Fact]
    public void A_mark_names_what_is_always_sent_and_the_buttons()
    {
        var mark = FormMark.Of("""
            <input type="hidden" name="Version" value="a > b"><input name="R[0].A" required><input name="R[1].A"/><textarea name="T">
            x</textarea><select class="x" name="S"><option value="">Pilih</option></select><select name="None"></select>
            <input type="checkbox" name="Box" value="true"><input name="Box" type="hidden" value="false"><input type="radio" name="Radio">
            <input type="file" name="File"><input disabled name="Off"><input name="Off2" disabled="disabled"><button name="plan" value="3">x</button>
            """);

        Assert.Equal("Version R[].A*2 T S Box !plan", string.Join(' ', mark.ToString().Split(' ').Skip(1)));
        Assert.NotEqual(mark.Number, FormMark.Of("").Number);
    }

    private static async Task<Visit> SendAsync(Visitor visitor, string address, IEnumerable<(string Name, string Value)> fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = content };
        return await visitor.SendAsync(request);
    }
}
