using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Access;

public sealed class HandlerActsTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task A_form_for_an_act_that_the_page_does_not_know_is_refused_in_a_sentence_and_changes_nothing()
    {
        var (dossier, plan) = await site.PlayAsync(async play => (
            (await play.DossierAtAsync(Step.Input, "penyuluh", site.Period)).Id, (await play.DraftPlanAsync("juru", site.Period)).Id));
        var before = await VersionsAsync(dossier, plan);
        using var analis = await site.SignInAsync("analis");
        using var owner = await site.SignInAsync("juru");

        foreach (var (who, page) in new[] { (analis, $"/berkas/{dossier}/input"), (owner, $"/skp/{plan}/susun"), (owner, $"/skp/{plan}") })
        {
            foreach (var handler in new[] { "Ngawur", "7", "ViewResult" })
            {
                var answer = await who.PostAsync(
                    $"{page}?handler={handler}", page.EndsWith("susun", StringComparison.Ordinal) ? page : "/tentang");

                Assert.Equal(HttpStatusCode.NotFound, answer.Status);
                Assert.Contains(HandlerActs.Unknown.Sentence, answer.Text, StringComparison.Ordinal);
            }
        }

        Assert.Equal(before, await VersionsAsync(dossier, plan));
    }

    private Task<(uint Dossier, uint Plan)> VersionsAsync(long dossier, long plan) => site.AskAsync(async db => (
        await db.Dossiers.Where(d => d.Id == dossier).Select(d => d.Version).SingleAsync(),
        await db.Plans.Where(p => p.Id == plan).Select(p => p.Version).SingleAsync()));
}
