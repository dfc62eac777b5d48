using SopKinerja.Browser.Tests.Site;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Browser.Tests.Clicks;

public sealed class DossierDoubleClickTests(ClickedWorld world, Chromium chromium) : IClassFixture<ClickedWorld>, IClassFixture<Chromium>
{
    [Fact]
    public async Task Every_form_about_a_dossier_sent_three_times_is_one_act_with_one_answer()
    {
        var before = (await world.MovesAsync()).Select(m => m.Id).ToHashSet();
        await using var walk = new ClickWalk(world, chromium);

        await walk.GoAsync(ClickCases.Dossiers);

        // The table of the SOP says what there is to do; an act besides is done once, wherever it may be.
        var done = (await world.MovesAsync()).Where(m => !before.Contains(m.Id)).Select(m => Kind(m.From, m.Move)).ToHashSet();
        Assert.Empty(SopTable.Moves.Where(m => m.By.Count > 0 && m.Move != Move.Worked).Select(m => Kind(m.From, m.Move)).Except(done));
    }

    private static (int? From, Move Move) Kind(int from, Move move) => (SopTable.Acts.Any(a => a.Move == move) ? null : from, move);
}

public sealed class OfficeDoubleClickTests(ClickedWorld world, Chromium chromium) : IClassFixture<ClickedWorld>, IClassFixture<Chromium>
{
    [Fact]
    public async Task Every_form_about_people_accounts_certificates_and_plans_sent_three_times_is_one_act_with_one_answer()
    {
        await using var walk = new ClickWalk(world, chromium);
        await walk.GoAsync(ClickCases.Office);
    }

    [Fact]
    public async Task With_scripts_the_second_click_sends_nothing()
    {
        await using var admin = await world.SitDownAsync(chromium, "admin");
        await admin.GoAsync($"/unit/{world.Unit}");
        await admin.FillAsync("Nama unit kerja", "Subbagian Perencanaan dan Pelaporan Kinerja");
        world.Sent.Note();

        await admin.AnswerAsync(() => ClickWalk.ClickTwiceAsync(admin, "Simpan perubahan"));

        Assert.Equal([302], world.Sent.Take());
    }
}
