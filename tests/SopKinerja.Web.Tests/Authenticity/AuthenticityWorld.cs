using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Calendar;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Pages.Authenticity;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Seeding;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Tests.Dossiers;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Authenticity;

/// <summary>A dinas in full swing, with one document in its second version, one about to be replaced, one by predikat, and one signed in
/// the file.</summary>
public sealed class AuthenticityWorld : SopWorld
{
    private const string Frasa = "sungai barito mengalir";

    private const string FrasaOtoritas = "kunci besar dinas kita";

    /// <summary>Signed in the file by two; the atasan pejabat penilai has a certificate as well.</summary>
    public long Signed { get; private set; }

    /// <summary>Issued twice.</summary>
    public long Twice { get; private set; }

    /// <summary>Its pengesahan was refused, and the new version is not there yet.</summary>
    public long Reopened { get; private set; }

    protected override async Task FoundAsync()
    {
        await base.FoundAsync();
        await PlayAsync(async play =>
        {
            await play.DossierAtAsync(Step.Duplicate, "kabiddag", Kinerja);
            var twice = await play.DossierAtAsync(Step.Sign, "pelaksanadag", Period);
            await play.ObjectAsync(twice, Objection);
            await play.BringToAsync(twice, Step.Duplicate);
            var reopened = await play.OpenAsync(await play.AgreedPlanAsync("penyuluhind", Period));
            reopened.Period.Ratify(true);
            await play.BringToAsync(reopened, Step.Sign);
            reopened.Period.Ratify(false);
            await play.PerformAsync(reopened);
            await play.SendBackAsync(reopened, "Belum didukung bukti.");
            (Twice, Reopened) = (twice.Id, reopened.Id);
            return 0;
        });
        Signed = await PlayAsync(async play => (await play.DossierAtAsync(Step.Validate, "pelaksanakop", LastPeriod)).Id);
        Clock.Move(TimeSpan.FromDays(2));
        await SignAsync();
    }

    protected override void Recall(SopSite founder)
    {
        base.Recall(founder);
        var world = (AuthenticityWorld)founder;
        (Signed, Twice, Reopened) = (world.Signed, world.Twice, world.Reopened);
    }

    /// <summary>The stored files of a dossier, oldest first.</summary>
    public Task<List<StoredDocument>> DocumentsAsync(long dossierId) => AskAsync(db => db.Documents.AsNoTracking().Include(d => d.Content)
        .Where(d => d.DossierId == dossierId).OrderBy(d => d.DrawnAt).ToListAsync());

    /// <summary>What the page's judge says of a file.</summary>
    public async Task<CheckedFile> JudgeAsync(byte[] pdf)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<FileCheck>().JudgeAsync(pdf, CancellationToken.None);
    }

    /// <summary>One more signature on the signed document, by the atasan pejabat penilai, which is stored nowhere.</summary>
    public async Task<byte[]> SignedOnceMoreAsync()
    {
        var (dossier, last) = (
            await AskAsync(db => db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == Signed)), (await DocumentsAsync(Signed))[^1]);
        await using var scope = Services.CreateAsyncScope();
        return (await SignAsync(
            scope.ServiceProvider, last.Content!.Bytes, SignaturePlace.AtasanPejabatPenilai, dossier.Parties.AtasanPejabatPenilai!)).Bytes;
    }

    private async Task SignAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        var (services, now) = (scope.ServiceProvider, Clock.GetUtcNow());
        var (db, press, proofs) = (services.GetRequiredService<SopDbContext>(), services.GetRequiredService<DocumentPress>(),
            services.GetRequiredService<DocumentProofs>());
        var dossier = (await DossierLoading.ToSign(db, Signed))!;
        var (atasan, asn) = (dossier.Parties.AtasanLangsung, dossier.Parties.Asn);
        var office = services.GetRequiredService<CertificateActs>();
        Assert.Null(await office.MakeAuthorityAsync(new(FrasaOtoritas), now));
        foreach (var person in new[] { atasan, asn, dossier.Parties.AtasanPejabatPenilai! })
        {
            Assert.Null(await services.GetRequiredService<CertificateActs>().RequestAsync(person.PegawaiId, new(Frasa), now));
            Assert.Null(await office.IssueAsync((await office.WaitingAsync()).Single().Id, new(FrasaOtoritas), "Admin", now));
        }

        var issuance = DocumentProofs.NewIssuance(SigningMode.Certificate);
        dossier.Rate(SampleWork.Rated(dossier), ActorOf(atasan), now, "Pegawai pindah bulan depan.");
        // Documents of before had a room for the third signature in every period.
        dossier.Period.Ratify(true);
        var after = dossier.After(d => d.Approve(_ => new([], ""), issuance, ActorOf(atasan), now));
        var approved = await SignAsync(
            services, press.DrawForSigning(after, now, proofs.Of(after, now)).Bytes, SignaturePlace.PejabatPenilai, atasan);
        dossier.Period.Ratify(false);
        dossier.Approve(_ => approved, issuance, ActorOf(atasan), now);
        await db.SaveChangesAsync();
        var final = await SignAsync(services, approved.Bytes, SignaturePlace.Asn, asn);
        dossier.Deliver(WorkingCalendar.WithoutHolidays, DayKind.Calendar, ActorOf(asn), now.AddMinutes(4));
        dossier.Acknowledge(_ => final, ActorOf(asn), now.AddMinutes(5));
        await db.SaveChangesAsync();
    }

    /// <summary>The code of a version that was set by the decision on an objection, signed in the file by who decided and by the rated
    /// person.</summary>
    public async Task<string> DecidedAsync()
    {
        var id = await AskAsync(db => db.Dossiers.Where(d => d.AsnId == People["pelaksanakop"].PegawaiId && d.PeriodId == Kinerja.Id)
            .Select(d => (long?)d.Id).SingleOrDefaultAsync());
        Assert.Null(id);
        id = await PlayAsync(async play =>
        {
            var objected = await play.DossierAtAsync(Step.Sign, "pelaksanakop", Kinerja);
            await play.ObjectAsync(objected, Objection);
            await play.PerformAsync(objected);
            return objected.Id;
        });
        await using var scope = Services.CreateAsyncScope();
        var (services, now) = (scope.ServiceProvider, Clock.GetUtcNow());
        var (db, press, proofs) = (services.GetRequiredService<SopDbContext>(), services.GetRequiredService<DocumentPress>(),
            services.GetRequiredService<DocumentProofs>());
        var dossier = (await DossierLoading.ToSign(db, id.Value))!;
        var (above, asn) = (dossier.Parties.AtasanPejabatPenilai!, dossier.Parties.Asn);
        dossier.Draft(new DraftKeputusan(null, "Kedua pihak sudah didengar."), ActorOf(above), now);
        var issuance = DocumentProofs.NewIssuance(SigningMode.Certificate);
        var after = dossier.After(d => d.Decide(_ => new([], ""), issuance, ActorOf(above), now));
        var decided = await SignAsync(
            services, press.DrawForSigning(after, now, proofs.Of(after, now)).Bytes, SignaturePlace.AtasanPejabatPenilai, above);
        dossier.Decide(_ => decided, issuance, ActorOf(above), now);
        await db.SaveChangesAsync();
        var final = await SignAsync(services, decided.Bytes, SignaturePlace.Asn, asn);
        dossier.Acknowledge(_ => final, ActorOf(asn), now.AddMinutes(5));
        await db.SaveChangesAsync();
        return issuance.VerificationCode;
    }

    private async Task<DrawnDocument> SignAsync(IServiceProvider services, byte[] pdf, SignaturePlace place, Party party) =>
        Assert.IsType<SigningOutcome.Signed>(await services.GetRequiredService<ISigner>().SignAsync(
            new(pdf, place, Signatory.Of(party), "Menyetujui"), ActorOf(party), new(Frasa), Clock.GetUtcNow(),
            CancellationToken.None)).Document;

    private Actor ActorOf(Party party) => People.Values.Single(a => a.PegawaiId == party.PegawaiId);
}
