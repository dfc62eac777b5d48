using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Signing.Certificates;

public sealed record CertificateRefusal(string Sentence, bool IsLostRace);

/// <param name="WhyNot">Null when it was issued.</param>
public sealed record IssueResult(string Nama, string? WhyNot);

/// <summary>What is done to certificates on the pages: written down in the same save. Null means that it was done.</summary>
public sealed class CertificateChanges(SopDbContext db, CertificateActs acts, LockedKeys keys, ChangeLog log, TimeProvider time)
{
    private DateTimeOffset Now => time.GetUtcNow();

    public async Task<CertificateRefusal?> RequestAsync(ClaimsPrincipal user, int pegawaiId, Passphrase chosen) =>
        await db.HasAuthorityAsync(Now)
        ? await OwnAsync(user, pegawaiId, "meminta sertifikat tanda tangan.", () => acts.RequestAsync(pegawaiId, chosen, Now))
        : new("Administrator belum menyiapkan otoritas sertifikat dinas, jadi sertifikat belum dapat diminta.", false);

    public Task<CertificateRefusal?> WithdrawAsync(ClaimsPrincipal user, int pegawaiId) => OwnAsync(
        user, pegawaiId, "menarik permintaan sertifikatnya.", () => acts.WithdrawAsync(pegawaiId, user.Actor().Nama, Now));

    public Task<CertificateRefusal?> ChangePassphraseAsync(ClaimsPrincipal user, int pegawaiId, Passphrase old, Passphrase chosen) =>
        OwnAsync(
        user, pegawaiId, "mengganti frasa sandi sertifikatnya.", () => acts.ChangePassphraseAsync(pegawaiId, old, chosen, Now));

    public Task<CertificateRefusal?> EndAsync(ClaimsPrincipal user, int pegawaiId, EndReason reason, DateOnly? untrustedFrom) => OwnAsync(
        user, pegawaiId, $"mencabut sertifikatnya: {EndReasons.Sebab(reason, untrustedFrom)}.", () =>
            acts.EndAsync(pegawaiId, reason, user.Actor().Nama, Now, untrustedFrom));

    public async Task<(IReadOnlyList<IssueResult> Results, string? WhyNot)> IssueAsync(
        ClaimsPrincipal user, IReadOnlyList<long> ids, Passphrase ofAuthority)
    {
        using var opened = await keys.OpenAuthorityAsync(ofAuthority, Now);
        if (opened.WhyNot is { } whyNot)
        {
            return ([], whyNot);
        }

        var results = new List<IssueResult>();
        foreach (var (id, person) in await PeopleOfAsync(ids))
        {
            var refused = await WrittenAsync(
                user, person, "menerbitkan sertifikat tanda tangan.", () => acts.IssueOpenedAsync(id, opened, user.Actor().Nama, Now));
            results.Add(new(person.Nama, refused?.Sentence));
        }

        if ((await db.AuthoritiesAsync()).Single(a => a.Id == opened.Id).Unlisted > 0)
        {
            await PublishAsync(user, opened);
        }

        return (results, null);
    }

    public async Task<CertificateRefusal?> RejectAsync(ClaimsPrincipal user, long id, string reason) => await WrittenAsync(
        user, (await PeopleOfAsync([id]))[id], $"menolak permintaan sertifikat. Alasan: {reason}", () =>
            acts.RejectAsync(id, user.Actor().Nama, Now));

    public async Task<CertificateRefusal?> RevokeAsync(
        ClaimsPrincipal user, SigningCertificate used, EndReason reason, DateOnly? untrustedFrom, string note, Passphrase ofAuthority)
    {
        using var opened = await keys.OpenAuthorityAsync(ofAuthority, Now, used.AuthorityId);
        return opened.WhyNot is { } whyNot ? new(whyNot, false) : await WrittenAsync(
            user, (await PeopleOfAsync([used.Id]))[used.Id],
            $"mencabut sertifikat: {EndReasons.Sebab(reason, untrustedFrom)}. Catatan: {note}",
            () => acts.RevokeAsync(used.Id, reason, opened, user.Actor().Nama, Now, untrustedFrom));
    }

    public async Task<CertificateRefusal?> PublishAsync(ClaimsPrincipal user, int authorityId, Passphrase ofAuthority)
    {
        using var opened = await keys.OpenAuthorityAsync(ofAuthority, Now, authorityId);
        return opened.WhyNot is { } whyNot ? new(whyNot, false) : await PublishAsync(user, opened);
    }

    public Task<CertificateRefusal?> ChangeAuthorityPassphraseAsync(
        ClaimsPrincipal user, int authorityId, Passphrase old, Passphrase chosen, Passphrase? second) => WrittenAsync(
        user, new(ChangeSubjects.Otoritas, authorityId, "Otoritas sertifikat dinas"),
        $"mengganti frasa sandi otoritas, yang sekarang dipegang {(second is null ? "satu" : "dua")} orang.",
        () => acts.ChangeAuthorityPassphraseAsync(authorityId, old, chosen, second, Now));

    private Task<CertificateRefusal?> PublishAsync(ClaimsPrincipal user, OpenedKey opened) => WrittenAsync(
        user, new(ChangeSubjects.Otoritas, opened.Id, "Otoritas sertifikat dinas"), "menerbitkan daftar pencabutan baru.", async () =>
        {
            await acts.PublishOpenedAsync(opened, Now);
            return null;
        });

    private Task<CertificateRefusal?> OwnAsync(ClaimsPrincipal user, int pegawaiId, string sentence, Func<Task<string?>> act) =>
        WrittenAsync(user, new(ChangeSubjects.Sertifikat, pegawaiId, user.Actor().Nama), sentence, act);

    // The line is saved by the first save of the act itself; an act that is refused saves nothing.
    private async Task<CertificateRefusal?> WrittenAsync(ClaimsPrincipal user, Subject subject, string sentence, Func<Task<string?>> act)
    {
        log.Write(user, subject.Kind, subject.Id, subject.Nama, sentence);
        string? whyNot = null;
        var unsaved = await db.WhyNotSavedAsync(async () => whyNot = await act());
        db.ChangeTracker.Clear();
        return unsaved is not null
            ? new(unsaved.LostRace("Sertifikat ini baru saja diubah orang lain atau dari jendela lain, jadi yang ini tidak dikerjakan. "
                + "Periksa keadaannya sekarang."), true)
            : whyNot is null ? null : new(whyNot, false);
    }

    private Task<Dictionary<long, Subject>> PeopleOfAsync(IReadOnlyList<long> ids) =>
        db.Set<SigningCertificate>().Where(c => ids.Contains(c.Id))
        .Join(db.Pegawai, c => c.PegawaiId, p => p.Id, (c, p) =>
            new { c.Id, Person = new Subject(ChangeSubjects.Sertifikat, p.Id, p.Nama) }).ToDictionaryAsync(c => c.Id, c => c.Person);

    private sealed record Subject(string Kind, long Id, string Nama);
}
