using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SopKinerja.Browser.Tests.Site;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Seeding;
using SopKinerja.Web.Tests.Signing;
using SopKinerja.Web.Tests.Signing.WetInk;

namespace SopKinerja.Browser.Tests.Clicks;

/// <summary>A <see cref="World"/> in which things are done, and whose server is slow to answer a form until that form has come again.</summary>
public sealed class ClickedWorld : World
{
    private readonly SentForms _sent = new();

    internal SentForms Sent => _sent;

    /// <summary>Dossiers of 2025 besides those of the world, by what they wait for.</summary>
    public Dictionary<string, long> Waiting { get; } = [];

    /// <summary>Scans of the document of the one that waits in ink, by name.</summary>
    public IReadOnlyDictionary<string, byte[]> Sheets { get; private set; } = new Dictionary<string, byte[]>();

    public int AccountOf(string userName) => _accounts[userName];

    /// <summary>Has no account.</summary>
    public int Bupati { get; private set; }

    /// <summary>Issued and in use, of <c>penyuluh</c>.</summary>
    public long OtherCertificate { get; private set; }

    /// <summary>Requested by <c>juru</c>.</summary>
    public long OtherRequest { get; private set; }

    /// <summary>Spreadsheets of one holiday each, judged.</summary>
    public int ImportToStore { get; private set; }

    public int ImportToCancel { get; private set; }

    private Dictionary<string, int> _accounts = [];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await PlayAsync(async play =>
        {
            play.Now = Clock.GetUtcNow().AddDays(-5);
            var reserved = await play.DossierAtAsync(Step.Sign, "penyuluh", LastPeriod);
            var typed = await play.FindAsync(Dossier("pelaksanadag"));
            typed.TypeIn(SampleWork.Typed(typed), People["analis"], play.Now);
            var received = await play.DossierAtAsync(Step.Validate, "bendahara", LastPeriod);
            received.Period.Ratify(true);
            await play.BringToAsync(received, Step.Sign);
            received.Period.Ratify(false);
            play.Mode = SigningMode.WetInk;
            var inInk = await play.DossierAtAsync(Step.Duplicate, "kabiddag", LastPeriod);
            await play.SaveAsync();
            (Waiting["reserved"], Waiting["received"], Waiting["inInk"]) = (reserved.Id, received.Id, inInk.Id);
            var drawn = inInk.LastDocument!.Content!.Bytes;
            Sheets = new Dictionary<string, byte[]>
            {
                [ClickCase.Scanned] = SampleScans.Pdf(drawn),
                [ClickCase.ScannedAgain] = SampleScans.Pdf(drawn, noise: 8),
            };
            await play.AgreedPlanAsync("analis2", Kinerja);
            return 0;
        });
        ImportToStore = await JudgedAsync("libur", "libur.csv", "Tanggal;Nama\n4 Januari 2098;Libur yang disimpan\n");
        ImportToCancel = await JudgedAsync("libur", "batal.csv", "Tanggal;Nama\n5 Januari 2098;Libur yang dibatalkan\n");
        await this.CertifyAsync("penyuluh");
        OtherCertificate = (await this.CertificatesOfAsync("penyuluh"))[0].Id;
        OtherRequest = await this.RequestedAsync("juru");
        await this.RequestedAsync("bendahara");
        await this.RequestedAsync("keamanan");
        Bupati = await AskAsync(db => db.Pegawai.Where(p => p.Jabatan == "Bupati Balangan").Select(p => p.Id).SingleAsync());
        await LeaveSignedInAsync("kauptd", "192.0.2.8");
        await LeaveSignedInAsync("analis", "192.0.2.7");
        await LeaveSignedInAsync("analis", "192.0.2.9");
        _accounts = await AskAsync(db => db.Users.ToDictionaryAsync(u => u.UserName!, u => u.Id));
    }

    private Task<int> LeaveSignedInAsync(string userName, string address) => AskAsync(async db =>
    {
        var account = await db.Users.SingleAsync(u => u.UserName == userName);
        db.Sessions.Add(new(
            RandomNumberGenerator.GetBytes(32), account.Id, account.SecurityStamp!, Clock.GetUtcNow(), IPAddress.Parse(address), address,
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"));
        return await db.SaveChangesAsync();
    });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter>(_sent));
    }

    /// <summary>Every move that a person made; by its key, the stage from which, and which.</summary>
    internal Task<List<(long Id, int From, Move Move)>> MovesAsync() => AskAsync(async db => (await db.Dossiers.IgnoreQueryFilters()
        .SelectMany(d => d.History).Where(h => h.Capacity != null).Select(h => new { h.Id, h.From, h.FromSubstep, h.Move }).ToListAsync())
        .ConvertAll(h => (h.Id, ((int)h.From * 10) + (int)h.FromSubstep, h.Move)));

    /// <summary>How many rows every table has, and how often a dossier was acted upon. The ledger has a line for each of them and tells
    /// nothing more.</summary>
    internal async Task<IReadOnlyDictionary<string, long>> CountAsync()
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            select relname::text, (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I', relname), false, true, '')))[1]::text
            from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
                and relname not in ('form_acts', 'search_names', 'search_nips', 'data_protection_keys', 'ledger',
                    'ledger_heads', 'sessions', 'tries', 'used_codes', 'access_events', 'work_claims')
            union all select 'acts', sum(acts)::text from dossiers
            """, connection);
        await using var rows = await command.ExecuteReaderAsync();
        var counts = new Dictionary<string, long>();
        while (await rows.ReadAsync())
        {
            counts[rows.GetString(0)] = long.Parse(rows.GetString(1), CultureInfo.InvariantCulture);
        }

        return counts;
    }
}

/// <summary>The forms that come to the server while it is asked to note them, and how each was answered. The answer to the first is held
/// until the second is there, as by a slow line; the work itself is not.</summary>
internal sealed class SentForms : IStartupFilter
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private Noted? _noted;

    public void Note() => _noted = new();

    /// <summary>One for each form: the status, or null where the browser did not wait for it.</summary>
    public IReadOnlyList<int?> Take() => Interlocked.Exchange(ref _noted, null)!.Answers;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(NoteAsync);
        next(app);
    };

    private async Task NoteAsync(HttpContext http, RequestDelegate next)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || _noted is not { } noted)
        {
            await next(http);
            return;
        }

        var which = noted.Come();
        await next(http);
        if (which == 0)
        {
            await Task.WhenAny(noted.Second, Task.Delay(Longest, CancellationToken.None));
        }

        var isLeft = http.RequestAborted.IsCancellationRequested || await IsCutAsync(http.Request);
        noted.Answered(which, isLeft ? null : http.Response.StatusCode);
    }

    // The second click may come while the first form is still on its way: then the browser sends no more of it and reads no answer, which
    // the server notices at the missing bytes before it notices the end of the connection.
    private static async Task<bool> IsCutAsync(HttpRequest request)
    {
        try
        {
            var rest = new byte[4096];
            while (await request.Body.ReadAsync(rest) > 0)
            {
                // Whatever nobody asked for.
            }

            return false;
        }
        catch (Exception cut) when (cut is IOException or OperationCanceledException)
        {
            return true;
        }
    }

    private sealed class Noted
    {
        private readonly Lock _lock = new();
        private readonly List<int?> _answers = [];
        private readonly TaskCompletionSource _second = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IReadOnlyList<int?> Answers
        {
            get
            {
                lock (_lock)
                {
                    return [.. _answers];
                }
            }
        }

        public Task Second => _second.Task;

        public int Come()
        {
            lock (_lock)
            {
                _answers.Add(null);
                if (_answers.Count == 2)
                {
                    _second.SetResult();
                }

                return _answers.Count - 1;
            }
        }

        public void Answered(int which, int? status)
        {
            lock (_lock)
            {
                _answers[which] = status;
            }
        }
    }
}
