using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Seeding;
using SopKinerja.Web.Tests.Documents;
using SopKinerja.Web.Tests.Plans;
using SopKinerja.Web.Tests.Signing;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests;

/// <summary>
/// Every route × every kind of person × every dossier, computed from the list of endpoints: a route that is in no class below fails the test
/// on the day it appears. What is expected is told here once more, from the SOP's text and not from the program's table.
/// </summary>
public sealed class MatrixTests(MatrixTests.World world) : IClassFixture<MatrixTests.World>
{
    /// <summary>The pages of the steps, who performs each, and which have a way back; told once more.</summary>
    private static readonly Dictionary<string, (string At, string Performer, bool HasWayBack)> Steps = new()
    {
        ["kumpulkan"] = ("1", "analis", false),
        ["periksa"] = ("2", "kasubbag", true),
        ["input"] = ("3", "analis", true),
        ["validasi"] = ("4", "atasan", true),
        ["tanda-tangan"] = ("5", "asn", false),
        ["tanggapan"] = ("5a", "atasan", false),
        ["keputusan"] = ("5b", "above", false),
        ["pengesahan"] = ("5c", "above", false),
        ["gandakan"] = ("6", "sekretaris", false),
        ["arsipkan"] = ("7", "sekretaris", false),
    };

    /// <summary>Pages that belong to no dossier or plan, with those who may open them; "*" is everybody who is signed in,
    /// "person" everybody but an administrator, "off" nobody while the service is not set.</summary>
    private static readonly Dictionary<string, string> Others = new()
    {
        [""] = "*",
        ["Index"] = "*",
        ["sop"] = "*",
        ["tentang"] = "*",
        ["berkas"] = "*",
        ["berkas/buka"] = "analis",
        ["skp"] = "*",
        ["skp/baru"] = "person",
        ["skp/pohon"] = "*",
        ["arsip"] = "sekretaris",
        ["arsip/pindaian"] = "sekretaris",
        ["kemajuan"] = "kadis",
        ["kemajuan/hasil"] = "kadis",
        ["kemajuan/hasil.csv"] = "kadis",
        ["kemajuan/sebaran"] = "*",
        ["pegawai"] = "admin",
        ["pegawai/baru"] = "admin",
        ["pegawai/{id:int}"] = "admin",
        ["unit"] = "admin",
        ["unit/baru"] = "admin",
        ["unit/{id:int}"] = "admin",
        ["akun"] = "admin",
        ["akun/baru"] = "admin",
        ["akun/{id:int}"] = "admin",
        ["perubahan"] = "admin",
        ["periode"] = "admin",
        ["periode/baru"] = "admin",
        ["periode/{id:int}"] = "admin",
        ["periode/libur"] = "admin",
        ["periode/keadaan"] = "analis admin",
        ["sertifikat"] = "admin",
        ["sertifikat/pegawai"] = "admin",
        ["sertifikat/otoritas"] = "admin",
        ["sertifikat/{id:int}/tolak"] = "admin",
        ["sertifikat/{id:int}/cabut"] = "admin",
        ["sertifikat-saya"] = "person",
        ["sertifikat-saya/minta"] = "person",
        ["sertifikat-saya/frasa-sandi"] = "person",
        ["sertifikat-saya/cabut"] = "person",
        ["otoritas/{id:int}.cer"] = "anonymous",
        ["otoritas/{id:int}.crl"] = "anonymous",
        ["kata-sandi"] = "*",
        ["bsre-saya"] = "off",
        ["keluar"] = "*",
        ["masuk"] = "anonymous",
        ["galat/{code:int}"] = "anonymous",
        ["periksa"] = "anonymous",
        ["periksa/{kode}"] = "anonymous",
        ["sehat"] = "anonymous",
    };

    [Fact]
    public void Every_route_is_in_a_class()
    {
        var unknown = world.Routes.Where(r => !Others.ContainsKey(r.Template)
            && !r.Template.StartsWith("berkas/{id:long}", StringComparison.Ordinal) && !r.Template.StartsWith("skp/{id:long}", StringComparison.Ordinal));

        Assert.Empty(unknown.Select(r => r.Template));
        Assert.All(DossierRoutes, r => Assert.True(StepOf(r.Template) is not null || NeedOf(r.Template) is not null, r.Template));
    }

    [Fact]
    public async Task Reading_is_open_to_those_it_is_for_and_changes_nothing()
    {
        var before = await world.FingerprintAsync();
        var wrong = new List<string>();
        foreach (var who in World.Everybody)
        {
            foreach (var route in world.Routes.Where(r => Others.ContainsKey(r.Template)))
            {
                await JudgeAsync(wrong, who, route.Template.Replace("{id:int}", "1", StringComparison.Ordinal).Replace("{code:int}", "404", StringComparison.Ordinal), ExpectedOfOther(route.Template, who));
            }

            foreach (var route in DossierRoutes)
            {
                foreach (var dossier in world.Dossiers)
                {
                    await JudgeAsync(wrong, who, Address(route.Template, dossier), ExpectedOfReading(route.Template, who, dossier));
                }
            }

            foreach (var route in PlanRoutes)
            {
                foreach (var plan in world.Plans)
                {
                    await JudgeAsync(wrong, who, Address(route.Template, plan.Id), ExpectedOfPlan(route.Template, who, plan));
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(60)));
        Assert.Equal(before, await world.FingerprintAsync());
    }

    [Fact]
    public async Task Writing_is_refused_to_everybody_but_the_performer_and_then_changes_nothing()
    {
        var before = await world.FingerprintAsync();
        var wrong = new List<string>();
        var asked = 0;
        foreach (var who in World.Everybody.Where(w => w != "stranger"))
        {
            foreach (var route in DossierRoutes.Where(r => r.Posts.Count > 0))
            {
                foreach (var dossier in world.Dossiers)
                {
                    foreach (var handler in route.Posts)
                    {
                        var expected = ExpectedOfWriting(route.Template, handler, who, dossier);
                        if (expected == HttpStatusCode.OK)
                        {
                            continue;
                        }

                        asked++;
                        await JudgeAsync(wrong, who, $"{Address(route.Template, dossier)}?handler={handler}", expected, post: true);
                    }
                }
            }

            foreach (var route in PlanRoutes.Where(r => r.Posts.Count > 0))
            {
                foreach (var plan in world.Plans)
                {
                    foreach (var handler in route.Posts.Where(h => ExpectedOfPlanning(h, who, plan) != HttpStatusCode.OK))
                    {
                        asked++;
                        await JudgeAsync(wrong, who, $"{Address(route.Template, plan.Id)}?handler={handler}", ExpectedOfPlanning(handler, who, plan), post: true);
                    }
                }
            }

            foreach (var route in world.Routes.Where(r => r.Posts.Count > 0 && Others.TryGetValue(r.Template, out var forWhom)
                && forWhom != "anonymous" && !Fits(forWhom, who)))
            {
                asked++;
                await JudgeAsync(wrong, who, route.Template.Replace("{id:int}", "1", StringComparison.Ordinal), ExpectedOfOther(route.Template, who), post: true);
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(60)));
        Assert.True(asked > 500, $"{asked}");
        Assert.Equal(before, await world.FingerprintAsync());
    }

    [Fact]
    public async Task A_post_without_a_token_is_400_everywhere()
    {
        var before = await world.FingerprintAsync();
        var wrong = new List<string>();
        // The error page takes the place of any page, also of one that was posted to; it does nothing.
        foreach (var route in world.Routes.Where(r => r.Posts.Count > 0 && r.Template != "galat/{code:int}"))
        {
            var who = !Others.TryGetValue(route.Template, out var forWhom) || forWhom is "*" or "person" or "off" ? "analis" : forWhom == "anonymous" ? "stranger" : forWhom.Split(' ')[0];
            foreach (var handler in route.Posts)
            {
                var visitor = await world.VisitorAsync(who);
                var address = Address(route.Template, world.Dossiers[0]).Replace("{id:int}", "1", StringComparison.Ordinal);
                using var content = new FormUrlEncodedContent([new("Input.X", "y")]);
                using var answer = await visitor.Client.PostAsync(new Uri($"/{address}?handler={handler}", UriKind.Relative), content);
                if (answer.StatusCode != HttpStatusCode.BadRequest)
                {
                    wrong.Add($"{who} posts {address}?handler={handler}: {(int)answer.StatusCode}");
                }
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(before, await world.FingerprintAsync());
    }

    private IEnumerable<Route> DossierRoutes => world.Routes.Where(r => r.Template.StartsWith("berkas/{id:long}", StringComparison.Ordinal));

    private IEnumerable<Route> PlanRoutes => world.Routes.Where(r => r.Template.StartsWith("skp/{id:long}", StringComparison.Ordinal));

    private async Task JudgeAsync(List<string> wrong, string who, string address, HttpStatusCode expected, bool post = false)
    {
        var visitor = await world.VisitorAsync(who);
        var page = post
            ? await world.PostAsync(who, "/" + address)
            : await visitor.GoAsync("/" + address);
        var got = page.Url.AbsolutePath == "/masuk" && !address.StartsWith("masuk", StringComparison.Ordinal) ? HttpStatusCode.Unauthorized : page.Status;
        if (got != expected)
        {
            wrong.Add($"{who} {(post ? "posts" : "reads")} {address}: {(int)got} instead of {(int)expected}");
        }
        else if ((int)expected >= 400 && expected != HttpStatusCode.Unauthorized && !page.Text.Contains('.', StringComparison.Ordinal))
        {
            wrong.Add($"{who} {address}: {(int)got} without a sentence");
        }
    }

    private HttpStatusCode ExpectedOfOther(string template, string who) =>
        // No error is shown to whoever asks for the error page, and no document has the code "{kode}".
        template is "galat/{code:int}" or "periksa/{kode}" ? HttpStatusCode.NotFound
        : Others[template] == "anonymous" ? HttpStatusCode.OK
        : who == "stranger" ? HttpStatusCode.Unauthorized
        : Fits(Others[template], who) ? HttpStatusCode.OK
        // An administrator's account belongs to nobody, so there is no plan it could begin.
        : Others[template] is "person" or "off" ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden;

    private bool Fits(string forWhom, string who) => forWhom == "*" || (forWhom == "person" && who != "admin") || forWhom.Split(' ').Any(World.Offices(who).Contains);

    private HttpStatusCode ExpectedOfReading(string template, string who, TheDossier dossier)
    {
        if (who == "stranger")
        {
            return HttpStatusCode.Unauthorized;
        }

        if (!Sees(who, dossier))
        {
            return HttpStatusCode.NotFound;
        }

        return StepOf(template) is { } step ? ExpectedOfStep(step, who, dossier)
            : NeedOf(template) == "result" && !SeesResult(who, dossier) ? HttpStatusCode.Forbidden
            : Exists(template, dossier) ? HttpStatusCode.OK : HttpStatusCode.NotFound;
    }

    private HttpStatusCode ExpectedOfWriting(string template, string handler, string who, TheDossier dossier)
    {
        if (!Sees(who, dossier))
        {
            return HttpStatusCode.NotFound;
        }

        var step = StepOf(template)!;
        var expected = ExpectedOfStep(step, who, dossier);
        return expected == HttpStatusCode.OK && handler == "SendBack" && !Steps[step].HasWayBack ? HttpStatusCode.Conflict : expected;
    }

    private static HttpStatusCode ExpectedOfStep(string step, string who, TheDossier dossier) =>
        !Capacities(who, dossier).Contains(Steps[step].Performer) ? HttpStatusCode.Forbidden
        : dossier.Closed || dossier.At != Steps[step].At ? HttpStatusCode.Conflict
        : HttpStatusCode.OK;

    // No plan here is a draft: those who may write plans are told that this one is locked.
    private static HttpStatusCode ExpectedOfPlan(string template, string who, ThePlan plan) =>
        who == "stranger" ? HttpStatusCode.Unauthorized
        : template is "skp/{id:long}" or "skp/{id:long}/formulir" && Sees(who, plan) ? HttpStatusCode.OK
        : ExpectedOfPlanning("Save", who, plan);

    private static HttpStatusCode ExpectedOfPlanning(string handler, string who, ThePlan plan)
    {
        var isOfAtasan = handler is "Agree" or "Return" or "Revise";
        var may = isOfAtasan ? who == plan.Atasan : who == plan.Asn || (World.Offices(who).Contains("analis") && who != plan.Atasan);
        return !Sees(who, plan) ? HttpStatusCode.NotFound
            : !may ? HttpStatusCode.Forbidden
            : handler == "Revise" ? (plan.IsAgreed ? HttpStatusCode.OK : HttpStatusCode.Conflict)
            : !plan.IsAgreed && (isOfAtasan || handler == "Withdraw") ? HttpStatusCode.OK : HttpStatusCode.Conflict;
    }

    private static bool Sees(string who, ThePlan plan) =>
        who == plan.Asn || who == plan.Atasan || World.Offices(who).Any(o => o is "analis" or "kasubbag" or "kadis");

    private static HashSet<string> Capacities(string who, TheDossier dossier)
    {
        if (who == dossier.Asn)
        {
            return ["asn"];
        }

        var capacities = World.Offices(who).Where(o => o != "admin").ToHashSet();
        if (who == dossier.Atasan)
        {
            capacities.Add("atasan");
        }

        if (who == dossier.Above)
        {
            capacities.Add("above");
        }

        return capacities;
    }

    private static bool Sees(string who, TheDossier dossier) => Capacities(who, dossier) is { Count: > 0 } capacities
        && (capacities.Any(c => c != "sekretaris") || dossier.Step >= 6);

    private static bool SeesResult(string who, TheDossier dossier) => Capacities(who, dossier).Any(c =>
        (c == "atasan" && dossier.Step >= 4) || (c is "asn" or "above" or "kadis" && dossier.Step >= 5) || (c == "sekretaris" && dossier.Step >= 6));

    private static string? StepOf(string template) => Steps.Keys.FirstOrDefault(
        s => template == $"berkas/{{id:long}}/{s}" || template.StartsWith($"berkas/{{id:long}}/{s}/", StringComparison.Ordinal));

    private static string? NeedOf(string template) => template["berkas/{id:long}".Length..] switch
    {
        "" or "/riwayat" or "/bukti/{key}" => "dossier",
        "/hasil" or "/dokumen/{kind}" or "/dokumen/{kind}/{version:int}" or "/salinan/{no:int}" or "/pindaian/{no:int}" or "/buku-catatan" or "/angka-kredit" => "result",
        _ => null,
    };

    // The address is made with what a dossier has in the end: its evidence, its final document, its first copy.
    private static bool Exists(string template, TheDossier dossier) => template["berkas/{id:long}".Length..] switch
    {
        "/bukti/{key}" => dossier.EvidenceKey != "tidakada",
        "/dokumen/{kind}" or "/dokumen/{kind}/{version:int}" => dossier.Step >= 6 || dossier.At == "5c",
        "/salinan/{no:int}" => dossier.Step >= 7,
        // Nobody here signs on paper.
        "/pindaian/{no:int}" => false,
        "/buku-catatan" => dossier is { Step: >= 5, ByPredikat: false },
        // Of those measured by a predikat here, who has a result holds a jabatan fungsional.
        "/angka-kredit" => dossier is { Step: >= 5, ByPredikat: true },
        _ => true,
    };

    private static string Address(string template, long planId) => template.Replace("skp/{id:long}", $"skp/{planId}", StringComparison.Ordinal);

    private static string Address(string template, TheDossier dossier) => Address(template, dossier.PlanId)
        .Replace("{id:long}", $"{dossier.Id}", StringComparison.Ordinal)
        .Replace("{key}", dossier.EvidenceKey, StringComparison.Ordinal)
        .Replace("{kind}", "akhir", StringComparison.Ordinal)
        .Replace("{no:int}", "1", StringComparison.Ordinal)
        .Replace("{version:int}", "1", StringComparison.Ordinal);

    /// <summary>One route and the handlers that take posts.</summary>
    public sealed record Route(string Template, IReadOnlyList<string> Posts);

    /// <summary>One dossier with the user names of its parties.</summary>
    public sealed record TheDossier(long Id, long PlanId, string At, bool Closed, string Asn, string Atasan, string? Above, string EvidenceKey, bool ByPredikat)
    {
        public int Step => At[0] - '0';
    }

    /// <summary>One plan with the user names of its two people; it is agreed or waits for that.</summary>
    public sealed record ThePlan(long Id, bool IsAgreed, string Asn, string Atasan);

    /// <summary>Dossiers everywhere, and everybody signed in.</summary>
    public sealed class World : SopSite, IAsyncLifetime
    {
        /// <summary>Every kind of person; which of them is the ASN or a superior depends on the dossier.</summary>
        public static readonly IReadOnlyList<string> Everybody =
        [
            "stranger", "analis", "analis2", "kasubbag", "kasubbag2", "sekretaris", "kadis", "sekda", "admin", "bendahara",
            "kabidkop", "kabidind", "kabiddag", "kauptd", "penyuluh", "pelaksanakop", "pppkkop", "penyuluhind", "pelaksanaind", "penera",
            "pelaksanadag", "pppkdag", "juru",
        ];

        private static readonly (string Asn, Step Step, string? Then)[] Cast =
        [
            ("penyuluh", Step.Collect, null), ("pelaksanakop", Step.Check, null), ("pppkkop", Step.Input, null),
            ("penyuluhind", Step.Validate, null), ("pelaksanaind", Step.Sign, null), ("penera", Step.Duplicate, null),
            ("pelaksanadag", Step.Archive, null), ("pppkdag", Step.Archive, "closed"), ("juru", Step.Sign, "objected"),
            ("analis2", Step.Collect, null), ("kasubbag2", Step.Check, null), ("analis", Step.Input, null),
            ("sekretaris", Step.Duplicate, null), ("kadis", Step.Sign, null), ("kabidkop", Step.Validate, null),
            ("kabiddag", Step.Sign, "answered"), ("kauptd", Step.Sign, "received"),
            ("penyuluh", Step.Sign, "by predikat"), ("kabidind", Step.Validate, "by predikat"), ("bendahara", Step.Input, "by predikat"),
        ];

        private readonly Dictionary<string, Visitor> _visitors = [];
        private readonly Dictionary<string, string> _tokens = [];

        public IReadOnlyList<TheDossier> Dossiers { get; private set; } = [];

        /// <summary>The plan of each dossier, agreed, two that wait for an agreement, and one of each under PermenPANRB 6/2022.</summary>
        public IReadOnlyList<ThePlan> Plans { get; private set; } = [];

        public IReadOnlyList<Route> Routes { get; private set; } = [];

        /// <summary>Offices held, in the words of this test.</summary>
        public static IReadOnlyList<string> Offices(string who) => who switch
        {
            "analis" or "analis2" => ["analis"],
            "kasubbag" => ["kasubbag"],
            "kasubbag2" => ["kasubbag", "sekretaris"],
            "sekretaris" => ["sekretaris"],
            "kadis" => ["kadis"],
            "admin" => ["admin"],
            _ => [],
        };

        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            var names = People.ToDictionary(p => p.Value.PegawaiId!.Value, p => p.Key);
            var dossiers = new List<TheDossier>();
            foreach (var (asn, step, then) in Cast)
            {
                dossiers.Add(await PlayAsync(async play =>
                {
                    var plan = await play.AgreedPlanAsync(asn, then == "by predikat" ? Kinerja : Period);
                    var d = await play.OpenAsync(plan);
                    d.Period.Ratify(then == "received");
                    await play.BringToAsync(d, step);
                    await (then is "objected" or "answered" ? play.ObjectAsync(d, "Nilai kualitas tidak sesuai bukti.") : Task.CompletedTask);
                    await (then is "closed" or "answered" or "received" ? play.PerformAsync(d) : Task.CompletedTask);
                    return new TheDossier(
                        d.Id, plan.Id, d.Row.Label, d.ClosedAt is not null, names[d.AsnId], names[d.AtasanLangsungId],
                        d.AtasanPejabatPenilaiId is { } above ? names[above] : null, d.Evidence.Count > 0 ? d.Evidence[0].Key : "tidakada",
                        then == "by predikat");
                }));
            }

            Dossiers = dossiers;
            var plans = dossiers.Select(d => new ThePlan(d.PlanId, true, d.Asn, d.Atasan)).ToList();
            foreach (var asn in (string[])["bendahara", "kasubbag"])
            {
                var plan = await PlayAsync(play => play.ProposedPlanAsync(asn, Period));
                plans.Add(new(plan.Id, false, asn, names[plan.AtasanId]));
            }

            foreach (var (asn, state) in ((string, PlanState)[])[("pelaksanakop", PlanState.Agreed), ("analis2", PlanState.Proposed)])
            {
                var id = await StoredSkp.AddAsync(
                    this, asn, SampleKinerja.Skp(FormulirSkp.Of(KelompokJabatan.Pelaksana, Pendekatan.Kuantitatif), 2), state);
                plans.Add(new(id, state == PlanState.Agreed, asn, FictionalDinas.People.Single(p => p.UserName == asn).Atasan!));
            }

            Plans = plans;
            await this.CertifyAsync("penyuluh");
            Routes = await ReadRoutesAsync();
        }

        /// <summary>Somebody's browser; each signs in once.</summary>
        public async Task<Visitor> VisitorAsync(string who) =>
            _visitors.TryGetValue(who, out var visitor) ? visitor : _visitors[who] = who == "stranger" ? Stranger() : await SignInAsync(who);

        /// <summary>A post with a valid token and fields that nobody offers.</summary>
        public async Task<Visit> PostAsync(string who, string address)
        {
            var visitor = await VisitorAsync(who);
            if (!_tokens.TryGetValue(who, out var token))
            {
                _tokens[who] = token = (await visitor.GoAsync("/kata-sandi")).Token;
            }

            using var content = new FormUrlEncodedContent(
            [
                new("__RequestVerificationToken", token), new("Alasan", "Bukti dukung belum lengkap sama sekali."), new("Status", "Agreed"), new("Step", "7"),
                new("Nilai", "100"), new("UserId", "1"), new("Role", "Administrator"), new("AsnId", "1"),
            ]);
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = content };
            return await visitor.SendAsync(request);
        }

        /// <summary>Everything in the database but what signing in writes, as one hash.</summary>
        public async Task<string> FingerprintAsync()
        {
            await using var connection = new NpgsqlConnection(ConnectionString);
            await connection.OpenAsync();
            await using var list = new NpgsqlCommand(
                "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not in ('data_protection_keys', 'accounts') order by 1", connection);
            var tables = new List<string>();
            await using (var reader = await list.ExecuteReaderAsync())
            {
                while (await reader.ReadAsync())
                {
                    tables.Add(reader.GetString(0));
                }
            }

            var hashes = string.Join(" || ", tables.Select(t => $"coalesce((select md5(string_agg(t::text, '|' order by t::text)) from \"{t}\" t), '-')"));
            await using var command = new NpgsqlCommand($"select {hashes} || (select md5(string_agg(user_name || offices::text || is_active || password_hash, '|' order by id)) from accounts)", connection);
            return (string)(await command.ExecuteScalarAsync())!;
        }

        private async Task<IReadOnlyList<Route>> ReadRoutesAsync()
        {
            var loader = Services.GetRequiredService<PageLoader>();
            var routes = new Dictionary<string, Route>();
            foreach (var endpoint in Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
            {
                var template = endpoint.RoutePattern.RawText!.TrimStart('/');
                IReadOnlyList<string> posts = [];
                if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
                {
                    var compiled = await loader.LoadAsync(page, endpoint.Metadata);
                    posts = [.. compiled.HandlerMethods.Where(h => h.HttpMethod == "Post").Select(h => h.Name ?? "").Distinct()];
                }

                routes[template] = new(template, posts);
            }

            return [.. routes.Values.OrderBy(r => r.Template, StringComparer.Ordinal)];
        }
    }
}
