using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Serilog.Core;
using Serilog.Events;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Seeding;
using SopKinerja.Web.Signing.Bsre;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Signing.Bsre;

/// <summary>A dinas whose documents are signed by way of BSrE, beside that service.</summary>
public sealed class BsreSite : SopSite
{
    public const string NikOfAtasan = "6311050507710003";
    public const string NikOfAsn = "6311014112850001";
    public const string NikOfAbove = "6311015203700002";

    private bool _isDisposed;

    public BsreSite() => Service = new() { Clock = Clock };

    public FakeBsre Service { get; }

    public CapturedLog Log { get; } = new();

    /// <summary>A dossier that waits for its approval, with every score; pelaksanakop is rated by kabidkop, and kadis stands
    /// above.</summary>
    public async Task<long> RatedAsync(string asn, bool ratified = false, Period? period = null)
    {
        var id = await PlayAsync(async play => (await play.DossierAtAsync(Step.Validate, asn, period ?? Period)).Id);
        // The play moved its own clock; what follows happens after it.
        Clock.Move(TimeSpan.FromDays(2));
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SopDbContext>();
        var stored = (await DossierLoading.ToWork(db, id))!;
        stored.Rate(SampleWork.Rated(stored), People[AtasanOf(asn)], Clock.GetUtcNow(), "Pegawai pindah bulan depan.");
        stored.Period.Ratify(ratified);
        await db.SaveChangesAsync();
        return id;
    }

    public static string AtasanOf(string asn) => FictionalDinas.People.Single(p => p.UserName == asn).Atasan!;

    /// <summary>Someone at a browser who has entered a NIK.</summary>
    public async Task<Visitor> KnownAsync(string userName, string nik)
    {
        var visitor = await SignInAsync(userName);
        Service.Names[nik] = People[userName].Nama.ToUpperInvariant();
        await (await visitor.GoAsync("/bsre-saya")).Fill("NIK", nik).PressAsync("Simpan NIK");
        return visitor;
    }

    public Task<Dossier> DossierAsync(long id) => AskAsync(db => db.Dossiers.AsNoTracking().Include(d => d.History)
        .Include(d => d.Documents).ThenInclude(d => d.Content).AsSplitQuery().SingleAsync(d => d.Id == id));

    public Task<List<BsreAttempt>> AttemptsAsync(long id) =>
        AskAsync(db => db.Set<BsreAttempt>().AsNoTracking().Where(a => a.DossierId == id).OrderBy(a => a.Id).ToListAsync());

    /// <summary>How many rows of any table hold one of these, as text or as bytes.</summary>
    public async Task<long> HoldingAsync(params string[] secrets)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        var tables = new List<string>();
        await using (var list = new NpgsqlCommand("select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = "
            + "'r'", connection))
        await using (var reader = await list.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                tables.Add(reader.GetString(0));
            }
        }

        var patterns = secrets.SelectMany(s => new[] { s, Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(s)) })
            .Select(s => $"%{s}%").ToArray();
        await using var count = new NpgsqlCommand(string.Join(" + ", tables.Select(t => $"(select count(*) from \"{t}\" t where t::text "
            + "ilike any (@p))")).Insert(0, "select "), connection);
        count.Parameters.AddWithValue("p", patterns);
        return (long)(await count.ExecuteScalarAsync())!;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("TandaTangan:Cara", "BSrE");
        builder.UseSetting("Bsre:Alamat", Service.Address);
        builder.UseSetting("Bsre:Pengguna", FakeBsre.User);
        builder.UseSetting("Bsre:KataSandi", FakeBsre.Password);
        builder.UseSetting("Bsre:Induk", Service.Chain);
        LogFrom(builder, "Verbose", "Verbose");
        builder.ConfigureTestServices(services => services.AddSingleton<ILogEventSink>(Log));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        Service.Dispose();
    }
}

/// <summary>Everything that is logged, however small.</summary>
public sealed class CapturedLog : ILogEventSink
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public void Emit(LogEvent logEvent) =>
        Lines.Enqueue(
            $"{logEvent.RenderMessage(CultureInfo.InvariantCulture)} {string.Join(' ', logEvent.Properties)} {logEvent.Exception}");
}
