using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SopKinerja.Domain;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Integrity;
using SopKinerja.Web.Pages;
using SopKinerja.Web.Seeding;
using SopKinerja.Web.Tests.Documents;
using SopKinerja.Web.Tests.Plans;
using SopKinerja.Web.Tests.Signing;
using SopKinerja.Web.Tests.Site;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Tests;

/// <summary>
/// Every route × every kind of person × every dossier, computed from the list of endpoints: a route that is in no class below fails the
/// test on the day it appears. What is expected is told here once more, from the SOP's text and not from the program's table.
/// </summary>
public abstract partial class MatrixTests(MatrixTests.World world) : IClassFixture<MatrixTests.World>
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
        ["pengesahan"] = ("5c", "above", true),
        ["masa-keberatan"] = ("5d", "asn", false),
        ["penetapan"] = ("5e", "above", true),
        ["gandakan"] = ("6", "sekretaris", false),
        ["arsipkan"] = ("7", "sekretaris", false),
    };

    /// <summary>The pages of the acts that finish no row: who does each, and where a dossier of the cast must stand.</summary>
    private static readonly Dictionary<string, (string[] Performers, string[] At)> Acts = new()
    {
        ["batalkan"] = (["kasubbag"], ["1", "2", "3", "4"]),
        // Whoever stands at step 5 here has opened the result.
        ["penyerahan"] = (["asn", "sekretaris", "kasubbag"], []),
        ["usulkan-penetapan"] = (["kasubbag", "sekretaris"], ["5"]),
        ["tanda-tangan/keberatan"] = (["asn"], ["5"]),
        ["tanda-tangan/tarik-keberatan"] = (["asn"], ["5a"]),
        // Nobody here is said to refuse; where time alone brought it about there is no way back.
        ["tanda-tangan/bersedia"] = (["asn"], []),
        ["petugas-kedua"] = (["kasubbag", "sekretaris", "kadis"], ["1", "2", "3", "4", "5", "5a", "5b", "5c", "5d", "5e", "6", "7"]),
    };

    /// <summary>Pages that belong to no dossier or plan, with those who may open them; "*" is everybody who is signed in,
    /// "person" everybody but an administrator and an auditor, "off" no one while the service is not set or there is nothing there.</summary>
    internal static readonly Dictionary<string, string> Others = new()
    {
        [""] = "*",
        ["Index"] = "*",
        ["sop"] = "*",
        ["tentang"] = "*",
        ["bantuan"] = "*",
        ["bantuan/{panduan}"] = "*",
        ["bantuan/gambar/{gambar}"] = "*",
        ["berkas"] = "*",
        ["berkas/buka"] = "analis",
        ["skp"] = "*",
        ["skp/baru"] = "person",
        ["skp/pohon"] = "*",
        ["skp/catatan"] = "*",
        ["arsip"] = "sekretaris auditor",
        ["arsip/pindaian"] = "sekretaris",
        ["kemajuan"] = "kadis auditor",
        ["kemajuan/hasil"] = "kadis auditor",
        ["kemajuan/hasil.csv"] = "kadis auditor",
        ["kemajuan/sebaran"] = "*",
        ["segel"] = "kadis sekretaris admin auditor",
        ["segel/{no:int}"] = "kadis sekretaris admin auditor",
        ["capaian"] = "*",
        // Of the unit of the Kepala Dinas, whom the Sekda rates; a Sekretaris sees all results.
        ["capaian/{id:int}"] = "unit: kadis reads sekretaris sekda auditor",
        ["pegawai"] = "admin auditor",
        ["pegawai/baru"] = "admin",
        ["pegawai/janggal"] = "admin auditor",
        ["pegawai/{id:int}"] = "admin auditor",
        ["pegawai/{id:int}/serah-terima"] = "admin",
        ["unit"] = "admin auditor",
        ["unit/baru"] = "admin",
        ["unit/{id:int}"] = "admin auditor",
        ["unit/{id:int}/pindah"] = "admin",
        ["bagan/unit"] = "admin auditor kadis",
        ["bagan/unit.svg"] = "admin auditor kadis",
        ["bagan/penilai"] = "admin auditor kadis",
        ["bagan/penilai.svg"] = "admin auditor kadis",
        ["akun"] = "admin auditor",
        ["akun/baru"] = "admin",
        ["akun/{id:int}"] = "admin auditor",
        ["akun/{id:int}/setel-ulang-kode"] = "admin",
        ["akun/slip"] = "admin",
        ["akun/slip/{id:int}"] = "admin",
        ["akun/slip/{id:int}/slip.pdf"] = "admin",
        ["perubahan"] = "admin auditor",
        ["catatan-akses"] = "auditor",
        ["catatan-akses.csv"] = "auditor",
        ["pembetulan"] = "admin auditor",
        ["pembetulan/{id:int}"] = "admin",
        ["data-saya"] = "*",
        ["data-saya/berkas.json"] = "*",
        ["siapa-membuka-hasil-saya"] = "person",
        ["penugasan"] = "*",
        ["periode"] = "admin auditor",
        ["periode/baru"] = "admin",
        ["periode/{id:int}"] = "admin auditor",
        ["periode/libur"] = "admin auditor",
        ["periode/keadaan"] = "analis admin",
        ["impor"] = "admin person",
        // Run 1 is the administrator's, who shares it with no other office.
        ["impor/{id:int}"] = "admin own",
        ["impor/{id:int}/sisa.xlsx"] = "admin own",
        ["impor/data.csv"] = "admin person",
        ["impor/data.xlsx"] = "admin person",
        ["setelan"] = "admin auditor",
        // Without the mark of a picture.
        ["gambar-kop"] = "off",
        ["sertifikat"] = "admin auditor",
        ["sertifikat/pegawai"] = "admin auditor",
        ["sertifikat/otoritas"] = "admin auditor",
        ["sertifikat/{id:long}/tolak"] = "admin",
        ["sertifikat/{id:long}/cabut"] = "admin",
        ["sertifikat/otoritas/frasa-sandi"] = "admin",
        ["sertifikat-saya"] = "person",
        ["sertifikat-saya/minta"] = "person",
        ["sertifikat-saya/frasa-sandi"] = "person",
        ["sertifikat-saya/cabut"] = "person",
        ["otoritas/{id:int}.cer"] = "anonymous",
        ["otoritas/{id:int}.crl"] = "anonymous",
        ["kata-sandi"] = "*",
        ["sesi-saya"] = "*",
        ["konfirmasi-akun"] = "*",
        ["konfirmasi-akun/daftar"] = "kasubbag sekretaris kadis",
        ["kode-sekali-pakai"] = "*",
        ["kode-sekali-pakai/matikan"] = "*",
        ["kode-sekali-pakai/kode-pemulihan"] = "*",
        ["bsre-saya"] = "off",
        ["keluar"] = "*",
        ["masuk"] = "anonymous",
        ["masuk/kode"] = "anonymous",
        ["masuk/penyedia"] = "anonymous",
        ["galat/{code:int}"] = "anonymous",
        ["periksa"] = "anonymous",
        ["periksa/{kode}"] = "anonymous",
        ["sehat"] = "anonymous",
    };

    private protected World TheWorld => world;

    private protected IEnumerable<Route> DossierRoutes =>
        world.Routes.Where(r => r.Template.StartsWith("berkas/{id:long}", StringComparison.Ordinal));

    private protected IEnumerable<Route> PlanRoutes =>
        world.Routes.Where(r => r.Template.StartsWith("skp/{id:long}", StringComparison.Ordinal));

    /// <summary>Opens an address; what comes is drawn where this route answers this person or this key so for the first time.</summary>
    private protected async Task ReadAsync(
        List<string> wrong, string who, Route route, string address, long? key, HttpStatusCode expected) =>
        Judge(wrong, who, address, await world.GetAsync(who, "/" + address, IsNew(route.Template, who, key, expected)), expected);

    /// <summary>Sends a form that is refused; the refusal is drawn where this handler answers this person or this key so for the first
    /// time.</summary>
    private protected async Task WriteAsync(
        List<string> wrong, string who, Route route, string handler, string address, long? key, HttpStatusCode expected)
    {
        var url = $"{address}?handler={handler}";
        Judge(wrong, who, url, await world.PostAsync(who, "/" + url, IsNew($"{route.Template}?{handler}", who, key, expected)), expected);
    }

    private bool IsNew(string route, string who, long? key, HttpStatusCode expected) =>
        world.IsNew((route, who, expected)) | world.IsNew((route, $"{key}", expected));

    private static void Judge(List<string> wrong, string who, string address, Visit page, HttpStatusCode expected)
    {
        var got = page.Url.AbsolutePath == "/masuk" && !address.StartsWith("masuk", StringComparison.Ordinal)
            ? HttpStatusCode.Unauthorized
            : page.Status;
        if (got != expected)
        {
            wrong.Add($"{who} {address}: {(int)got} instead of {(int)expected}");
        }
        else if ((int)expected >= 400
            && expected != HttpStatusCode.Unauthorized && !Words(page.Html).Contains('.', StringComparison.Ordinal))
        {
            wrong.Add($"{who} {address}: {(int)got} without a sentence");
        }
    }

    // Without the tree of a whole page, of which there are thousands here.
    private static string Words(string html) => Tag().Replace(html.Split("<main", 2)[^1].Split("</main>", 2)[0], "");

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tag();

    private protected HttpStatusCode ExpectedOfOther(string template, string who, bool isWriting = false) =>
        // No error is shown to anyone who asks for the error page, no document has the code "{kode}", and there is no provider here.
        template is "galat/{code:int}" or "periksa/{kode}" or "masuk/penyedia" ? HttpStatusCode.NotFound
        : Others[template] == "anonymous" ? HttpStatusCode.OK
        : who == "stranger" ? HttpStatusCode.Unauthorized
        : Others[template].StartsWith("unit: ", StringComparison.Ordinal) ? ExpectedOfUnit(Others[template], who, isWriting)
        : Fits(Others[template], who) ? HttpStatusCode.OK
        : Others[template].EndsWith(" own", StringComparison.Ordinal) && who != "auditor" ? HttpStatusCode.NotFound
        // An administrator's account belongs to no one, so there is no plan it could begin.
        // Whoever sees all plans is told who writes them.
        : Others[template] is "person" or "off" && (template, who) is not ("skp/baru", "auditor")
            ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden;

    private static HttpStatusCode ExpectedOfUnit(string rule, string who, bool isWriting)
    {
        string[] I(string people) => people.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (set, read) = rule["unit: ".Length..].Split("reads") is [var first, var second] ? (I(first), I(second)) : ([], []);
        bool Is(string[] people) => people.Contains(who) || World.Offices(who).Any(people.Contains);
        return Is(set) ? HttpStatusCode.OK
            : !Is(read) ? HttpStatusCode.NotFound
            : isWriting ? HttpStatusCode.Forbidden : HttpStatusCode.OK;
    }

    private protected bool Fits(string forWhom, string who) =>
        forWhom == "*" || (forWhom.Split(' ').Contains("person") && who is not ("admin" or "auditor")) || forWhom.Split(' ').Any(World.Offices(who).Contains);

    internal static HttpStatusCode ExpectedOfReading(string template, string who, TheDossier dossier)
    {
        if (who == "stranger")
        {
            return HttpStatusCode.Unauthorized;
        }

        if (!Sees(who, dossier))
        {
            return HttpStatusCode.NotFound;
        }

        return ActOf(template) is { } act ? ExpectedOfAct(act, who, dossier)
            : StepOf(template, dossier) is { } step ? ExpectedOfStep(step, who, dossier)
            : NeedOf(template) == "result" && !SeesResult(who, dossier) ? HttpStatusCode.Forbidden
            : Exists(template, dossier) ? HttpStatusCode.OK : HttpStatusCode.NotFound;
    }

    private protected HttpStatusCode ExpectedOfWriting(string template, string handler, string who, TheDossier dossier)
    {
        if (!Sees(who, dossier))
        {
            return HttpStatusCode.NotFound;
        }

        // The way back of the row is a handler of every page of a step, those of the acts among them.
        if (ActOf(template) is { } act && handler != "SendBack")
        {
            return ExpectedOfAct(act, who, dossier);
        }

        var step = StepOf(template, dossier)!;
        var expected = ExpectedOfStep(step, who, dossier);
        return expected == HttpStatusCode.OK && handler == "SendBack" && !Steps[step].HasWayBack ? HttpStatusCode.Conflict : expected;
    }

    private static string? ActOf(string template) => Acts.Keys.FirstOrDefault(act => template == $"berkas/{{id:long}}/{act}");

    private static HttpStatusCode ExpectedOfAct(string act, string who, TheDossier dossier) =>
        !Capacities(who, dossier).Any(Acts[act].Performers.Contains) ? HttpStatusCode.Forbidden
        // What whoever would determine the result leaves to another.
        : !dossier.Closed && act is "penyerahan" or "usulkan-penetapan"
            && Capacities(who, dossier).Contains(dossier.Above is null ? "atasan" : "above") ? HttpStatusCode.Forbidden
        // A second officer is not the one who signs.
        : act == "petugas-kedua" && Capacities(who, dossier).Contains(Steps.Values.Single(s => s.At == dossier.At).Performer)
            ? HttpStatusCode.Forbidden
        : dossier.Closed || !Acts[act].At.Contains(dossier.At) ? HttpStatusCode.Conflict
        : HttpStatusCode.OK;

    private protected static HttpStatusCode ExpectedOfStep(string step, string who, TheDossier dossier) =>
        !Capacities(who, dossier).Contains(Steps[step].Performer) ? HttpStatusCode.Forbidden
        : dossier.Closed || dossier.At != Steps[step].At ? HttpStatusCode.Conflict
        : HttpStatusCode.OK;

    // No plan here is a draft: those who may write plans are told that this one is locked.
    internal static HttpStatusCode ExpectedOfPlan(string template, string who, ThePlan plan) =>
        who == "stranger" ? HttpStatusCode.Unauthorized
        : template is "skp/{id:long}/catatan" or "skp/{id:long}/buku-catatan" ? ExpectedOfNotes(who, plan, mayAsn: true)
        : template is "skp/{id:long}/akhiri" ? ExpectedOfPlanning("Leave", who, plan)
        : template is "skp/{id:long}" or "skp/{id:long}/formulir" && Sees(who, plan) ? HttpStatusCode.OK
        : ExpectedOfPlanning("Save", who, plan);

    // A predikat is given without a book.
    private static HttpStatusCode ExpectedOfNotes(string who, ThePlan plan, bool mayAsn) =>
        !Sees(who, plan) || plan.ByPredikat ? HttpStatusCode.NotFound
        : World.IsOrActsFor(who, plan.Atasan) || (mayAsn && (who == plan.Asn || who == "auditor")) ? HttpStatusCode.OK : HttpStatusCode.Forbidden;

    private protected static HttpStatusCode ExpectedOfPlanning(string handler, string who, ThePlan plan)
    {
        if (handler == "Note")
        {
            return ExpectedOfNotes(who, plan, mayAsn: false);
        }

        var isOfAtasan = handler is "Agree" or "Return" or "Revise";
        var isAnalis = World.Offices(who).Contains("analis");
        var isAtasan = World.IsOrActsFor(who, plan.Atasan);
        var may = isOfAtasan ? isAtasan
            : handler is "Leave" or "Stay" ? isAtasan || (isAnalis && who != plan.Asn)
            : who == plan.Asn || (isAnalis && !isAtasan);
        return !Sees(who, plan) ? HttpStatusCode.NotFound
            : !may ? HttpStatusCode.Forbidden
            // No position here was left.
            : handler == "Stay" ? HttpStatusCode.Conflict
            : handler is "Revise" or "Leave" ? (plan.IsAgreed ? HttpStatusCode.OK : HttpStatusCode.Conflict)
            : !plan.IsAgreed && (isOfAtasan || handler == "Withdraw") ? HttpStatusCode.OK : HttpStatusCode.Conflict;
    }

    private protected static bool Sees(string who, ThePlan plan) =>
        who == plan.Asn || World.IsOrActsFor(who, plan.Atasan) || World.Offices(who).Any(o => o is "analis" or "kasubbag" or "kadis" or "auditor");

    private static HashSet<string> Capacities(string who, TheDossier dossier)
    {
        if (who == dossier.Asn)
        {
            return ["asn"];
        }

        var capacities = World.Offices(who).Where(o => o != "admin").ToHashSet();
        if (World.IsOrActsFor(who, dossier.Atasan))
        {
            capacities.Add("atasan");
        }

        if (World.IsOrActsFor(who, dossier.Above))
        {
            capacities.Add("above");
        }

        return capacities;
    }

    private protected static bool Sees(string who, TheDossier dossier) => Capacities(who, dossier) is { Count: > 0 } capacities
        && (capacities.Any(c => c != "sekretaris") || dossier.Step >= 5);

    private protected static bool SeesResult(string who, TheDossier dossier) => Capacities(who, dossier).Any(c =>
        (c == "atasan" && dossier.Step >= 4)
            || (c is "asn" or "above" or "kadis" or "auditor" && dossier.Step >= 5) || (c == "sekretaris" && dossier.Step >= 6));

    // The pages of an unanswered signature and of giving up belong to the step at which the dossier waits.
    private protected static string? StepOf(string template, TheDossier dossier) =>
        template is "berkas/{id:long}/hasil-belum-diketahui" || ActOf(template) is not null
        ? Steps.Single(s => s.Value.At == dossier.At).Key
        : Steps.Keys.FirstOrDefault(
            s => template == $"berkas/{{id:long}}/{s}" || template.StartsWith($"berkas/{{id:long}}/{s}/", StringComparison.Ordinal));

    internal static string? NeedOf(string template) => template["berkas/{id:long}".Length..] switch
    {
        "" or "/riwayat" or "/bukti/{key}" => "dossier",
        "/hasil" or "/dokumen/{kind}" or "/dokumen/{kind}/{version:int}"
            or "/salinan/{no:int}" or "/pindaian/{no:int}" or "/buku-catatan" or "/angka-kredit" => "result",
        _ => null,
    };

    // The address is made with what a dossier has in the end: its evidence, its final document, its first copy.
    private static bool Exists(string template, TheDossier dossier) => template["berkas/{id:long}".Length..] switch
    {
        "/bukti/{key}" => dossier.EvidenceKey != "tidakada",
        "/dokumen/{kind}" or "/dokumen/{kind}/{version:int}" => dossier.Step >= 6 || dossier.At == "5c",
        "/salinan/{no:int}" => dossier.Step >= 7,
        // No one here signs on paper.
        "/pindaian/{no:int}" => false,
        "/buku-catatan" => dossier is { Step: >= 5, ByPredikat: false },
        // Of those measured by a predikat here, who has a result holds a jabatan fungsional.
        "/angka-kredit" => dossier is { Step: >= 5, ByPredikat: true },
        _ => true,
    };

    internal static string OfRecord(string template) =>
        template.Replace("{panduan}", "asn", StringComparison.Ordinal).Replace("{gambar}", "akun-1366.png", StringComparison.Ordinal)
            .Replace("{id:int}", "1", StringComparison.Ordinal).Replace("{no:int}", "1", StringComparison.Ordinal).Replace("{id:long}", "1", StringComparison.Ordinal);

    internal static string Address(string template, long planId) =>
        template.Replace("skp/{id:long}", $"skp/{planId}", StringComparison.Ordinal);

    internal static string Address(string template, TheDossier dossier) => Address(template, dossier.PlanId)
        .Replace("{id:long}", $"{dossier.Id}", StringComparison.Ordinal)
        .Replace("{key}", dossier.EvidenceKey, StringComparison.Ordinal)
        .Replace("{kind}", "akhir", StringComparison.Ordinal)
        .Replace("{no:int}", "1", StringComparison.Ordinal)
        .Replace("{version:int}", "1", StringComparison.Ordinal);

    /// <summary>One route and the handlers that take posts.</summary>
    public sealed record Route(string Template, List<string> Posts);

    /// <summary>One dossier with the user names of its parties.</summary>
    public sealed record TheDossier(
        long Id, long PlanId, string At, bool Closed, string Asn, string Atasan, string? Above, string EvidenceKey, bool ByPredikat)
    {
        public int Step => At[0] - '0';
    }

    /// <summary>One plan with the user names of its two people; it is agreed or waits for that.</summary>
    public sealed record ThePlan(long Id, bool IsAgreed, string Asn, string Atasan, bool ByPredikat);

    /// <summary>Dossiers everywhere, and everybody signed in.</summary>
    public class World : SopSite, IAsyncLifetime
    {
        /// <summary>Every kind of person; which of them is the ASN or a superior depends on the dossier.</summary>
        public static readonly IReadOnlyList<string> Everybody =
        [
            "stranger", "analis", "analis2", "kasubbag", "kasubbag2", "sekretaris", "kadis", "sekda", "admin", "auditor", "bendahara",
            "kabidkop", "kabidind", "kabiddag", "kauptd", "penyuluh", "pelaksanakop", "penggerak", "penyuluhind", "pelaksanaind", "penera",
            "pelaksanadag", "analisdag", "juru", "pppkkop", Plh, FormerPlh,
        ];

        // Of the Kabid Perindustrian, today; and one whose days are over.
        private const string Plh = "arsiparis";
        private const string FormerPlh = "keamanan";

        /// <summary>Who is no longer the head of the UPTD but is named by results that were issued before, and who took over.</summary>
        private const string Predecessor = "kauptd";
        private const string Successor = "kabiddag";

        private static readonly (string Asn, Step Step, string? Then)[] Cast =
        [
            ("penyuluh", Step.Collect, null), ("pelaksanakop", Step.Check, null), ("penggerak", Step.Input, null),
            ("penyuluhind", Step.Validate, null), ("pelaksanaind", Step.Sign, null), ("penera", Step.Duplicate, null),
            ("pelaksanadag", Step.Archive, null), ("analisdag", Step.Archive, "closed"), ("juru", Step.Sign, "objected"),
            ("analis2", Step.Collect, null), ("kasubbag2", Step.Check, null), ("analis", Step.Input, null),
            ("sekretaris", Step.Duplicate, null), ("kadis", Step.Sign, null), ("kabidkop", Step.Validate, null),
            ("kabiddag", Step.Sign, "answered"), ("kauptd", Step.Sign, "received"),
            (FormerPlh, Step.Validate, null), ("penyuluh", Step.Sign, "by predikat"), ("kabidind", Step.Validate, "by predikat"), ("bendahara", Step.Input, "by predikat"),
        ];

        private readonly Dictionary<string, Visitor> _visitors = [];
        private readonly Dictionary<string, string> _tokens = [];
        private readonly HashSet<(string Route, string With, HttpStatusCode Answer)> _seen = [];
        private string? _fingerprint;

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
            "auditor" => ["auditor"],
            _ => [],
        };

        /// <summary>Whether somebody is a party, or acts in his place today.</summary>
        public static bool IsOrActsFor(string who, string? party) =>
            who == party || (who, party) is (Plh, "kabidind") or (Successor, Predecessor);

        protected override async Task FoundAsync()
        {
            await base.FoundAsync();
            // A run without rows, for the address of one.
            await AsOwnerAsync("""
                insert into imports (kind, at, account_id, file_nama, state, heads, columns, notes)
                select 'libur', now(), id, 'libur.csv', 'Done', '{}', '{}', '{}' from accounts where user_name = 'admin'
                """);
            await this.MakeSlipsAsync(1, ("noor.hikmah", "Noor Hikmah, S.E. (Inspektorat)"));
            var names = People.ToDictionary(p => p.Value.PegawaiId!.Value, p => p.Key);
            var dossiers = new List<(long Id, long PlanId, bool ByPredikat)>();
            foreach (var (asn, step, then) in Cast)
            {
                dossiers.Add(await PlayAsync(async play =>
                {
                    var plan = await play.AgreedPlanAsync(asn, then == "by predikat" ? Kinerja : Period);
                    var d = await play.OpenAsync(plan);
                    d.Period.Ratify(then == "received");
                    await play.BringToAsync(d, step);
                    await (
                        then is "objected" or "answered" ? play.ObjectAsync(d, "Nilai kualitas tidak sesuai bukti.") : Task.CompletedTask);
                    await (then is "closed" or "answered" or "received" ? play.PerformAsync(d) : Task.CompletedTask);
                    return (d.Id, plan.Id, then == "by predikat");
                }));
            }

            await StandInAsync();
            await HandOverAsync();
            var found = await AskAsync(db => db.Dossiers.AsNoTracking().ToDictionaryAsync(d => d.Id));
            var raters = await AskAsync(db => db.Plans.ToDictionaryAsync(p => p.Id, p => p.AtasanId));
            Dossiers = [.. dossiers.Select(of => (of.ByPredikat, of.PlanId, D: found[of.Id])).Select(of => new TheDossier(
                of.D.Id, of.PlanId, of.D.Row.Label, of.D.ClosedAt is not null, names[of.D.AsnId], names[of.D.AtasanLangsungId],
                of.D.AtasanPejabatPenilaiId is { } above ? names[above] : null,
                of.D.Evidence.Count > 0 ? of.D.Evidence[0].Key : "tidakada", of.ByPredikat))];
            var plans = Dossiers.Select(d => new ThePlan(d.PlanId, true, d.Asn, names[raters[d.PlanId]], d.ByPredikat)).ToList();
            foreach (var asn in (string[])["bendahara", "kasubbag"])
            {
                var plan = await PlayAsync(play => play.ProposedPlanAsync(asn, Period));
                plans.Add(new(plan.Id, false, asn, names[plan.AtasanId], ByPredikat: false));
            }

            foreach (var (asn, state) in ((string, PlanState)[])[("pelaksanakop", PlanState.Agreed), ("analis2", PlanState.Proposed)])
            {
                var id = await StoredSkp.AddAsync(
                    this, asn, SampleKinerja.Skp(FormulirSkp.Of(KelompokJabatan.Pelaksana, Pendekatan.Kuantitatif), 2), state);
                plans.Add(new(id, state == PlanState.Agreed, asn, FictionalDinas.People.Single(p => p.UserName == asn).Atasan!, ByPredikat: true));
            }

            Plans = plans;
            await AskAsync(db =>
            {
                db.Corrections.Add(new(People["juru"].PegawaiId!.Value, Clock.GetUtcNow(), "Tempat lahir saya.", "Barabai."));
                return db.SaveChangesAsync();
            });
            await AskAsync(db => new Sealing(db, Clock).SealAsync(CancellationToken.None));
            await this.CertifyAsync("penyuluh");
        }

        private Task<int> StandInAsync() => AskAsync(db =>
        {
            var today = Tanggal.DiWita(Clock.GetUtcNow());
            var instead = People["kabidind"].PegawaiId!.Value;
            db.Penugasan.Add(new(
                JenisPenugasan.Plh, instead, People[FormerPlh].PegawaiId!.Value, "800/1", today, today.AddDays(-30), today.AddDays(-1), "Cuti"));
            db.Penugasan.Add(new(JenisPenugasan.Plh, instead, People[Plh].PegawaiId!.Value, "800/2", today, today, today.AddDays(30), "Cuti"));
            return db.SaveChangesAsync();
        });

        private async Task HandOverAsync()
        {
            using var admin = await SignInAsync("admin");
            var page = await admin.GoAsync($"/pegawai/{People[Predecessor].PegawaiId}/serah-terima");
            page = await page.Fill("Sebab", "PindahTugas").Fill("Nomor surat", "800/77")
                .Fill("Tanggal surat", $"{Tanggal.DiWita(Clock.GetUtcNow()):yyyy-MM-dd}").Fill("Penerus", People[Successor].Nama)
                .Tick("Jadikan tidak aktif dan tutup akunnya", on: false).PressAsync("Catat serah terima");
            Assert.True(page.Done is not null, string.Join(' ', page.Errors));
        }

        protected override void Recall(SopSite founder)
        {
            base.Recall(founder);
            (Dossiers, Plans) = (((World)founder).Dossiers, ((World)founder).Plans);
        }

        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            Routes = await ReadRoutesAsync();
            _fingerprint = await FingerprintAsync();
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.Configure<MvcOptions>(options => options.Filters.Add(new UndrawnPages())));
        }

        /// <summary>Whether this route answers this person or key with this status for the first time.</summary>
        public bool IsNew((string Route, string With, HttpStatusCode Answer) meeting) => _seen.Add(meeting);

        /// <summary>Opens an address.</summary>
        /// <param name="who">As whom.</param>
        /// <param name="address">With its slash.</param>
        /// <param name="isDrawn">Whether the page is drawn that comes; who may see it, and the sentence of a refusal, are asked either
        /// way.</param>
        public async Task<Visit> GetAsync(string who, string address, bool isDrawn)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
            return await SendAsync(await VisitorAsync(who), request, isDrawn);
        }

        private static Task<Visit> SendAsync(Visitor visitor, HttpRequestMessage request, bool isDrawn)
        {
            if (!isDrawn)
            {
                request.Headers.Add(UndrawnPages.Header, "1");
            }

            return visitor.SendAsync(request);
        }

        /// <summary>Someone's browser; each signs in once.</summary>
        public async Task<Visitor> VisitorAsync(string who) =>
            _visitors.TryGetValue(who, out var visitor)
                ? visitor
                : _visitors[who] = who == "stranger" ? Stranger() : await SignInAsync(who);

        /// <summary>A post with a valid token and fields that no one offers.</summary>
        public async Task<Visit> PostAsync(string who, string address, bool isDrawn)
        {
            var visitor = await VisitorAsync(who);
            if (!_tokens.TryGetValue(who, out var token))
            {
                _tokens[who] = token = (await visitor.GoAsync("/kata-sandi")).Token;
            }

            using var content = new FormUrlEncodedContent(
            [
                new("__RequestVerificationToken", token), new("Alasan", "Bukti dukung belum lengkap sama sekali."), new("Status", "Agreed"), new("Step", "7"),
                new(FormMark.FieldName, System.Security.Cryptography.RandomNumberGenerator.GetHexString(32, lowercase: true)), new("Nilai", "100"), new("UserId", "1"), new("Role", "Administrator"), new("AsnId", "1"),
            ]);
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = content };
            return await SendAsync(visitor, request, isDrawn);
        }

        /// <summary>Nothing in the database is other than before the first test, but what signing in and opening a step write.</summary>
        public async Task IsUnchangedAsync() => Assert.Equal(_fingerprint, await FingerprintAsync());

        private async Task<string> FingerprintAsync()
        {
            await using var connection = new NpgsqlConnection(ConnectionString);
            await connection.OpenAsync();
            await using var list = new NpgsqlCommand(
                "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not in "
                + "('data_protection_keys', 'accounts', 'sessions', 'tries', 'access_events', 'work_claims') order by 1", connection);
            var tables = new List<string>();
            await using (var reader = await list.ExecuteReaderAsync())
            {
                while (await reader.ReadAsync())
                {
                    tables.Add(reader.GetString(0));
                }
            }

            // That somebody looked is written down, and nothing else.
            var hashes = string.Join(" || ", tables.Select(t =>
                $"coalesce((select md5(string_agg(t::text, '|' order by t::text)) from \"{t}\" t {Without(t)}), '-')"));
            await using var command = new NpgsqlCommand($"select {hashes} || (select md5(string_agg(user_name || offices::text || "
                + "is_active || password_hash, '|' order by id)) from accounts)", connection);
            return (string)(await command.ExecuteScalarAsync())!;
        }

        private static string Without(string table) => table switch
        {
            "ledger" => "where tbl <> 'access_events'",
            "ledger_heads" => "where chain not like 'akses/%'",
            _ => "",
        };

        private async Task<IReadOnlyList<Route>> ReadRoutesAsync()
        {
            var loader = Services.GetRequiredService<PageLoader>();
            var routes = new Dictionary<string, Route>();
            foreach (var endpoint in Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
            {
                var template = endpoint.RoutePattern.RawText!.TrimStart('/');
                List<string> posts = [];
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
    /// <summary>Leaves the drawing out where a request says that no one looks: of a page the status stays, of a refusal its sentence
    /// too.</summary>
    private sealed class UndrawnPages : IResultFilter
    {
        public const string Header = "X-Tanpa-Gambar";

        public void OnResultExecuting(ResultExecutingContext context)
        {
            if (context.Result is PageResult page && context.HttpContext.Request.Headers.ContainsKey(Header))
            {
                context.Result = context.Controller is ErrorModel refusal
                    ? new ContentResult { Content = refusal.Kalimat, ContentType = "text/html" }
                    : new StatusCodeResult(page.StatusCode ?? context.HttpContext.Response.StatusCode);
            }
        }

        public void OnResultExecuted(ResultExecutedContext context)
        {
        }
    }
}
