using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.People;

/// <summary>Hands over all that waits for somebody who leaves, to those who are named for it, in one transaction.</summary>
public sealed class SerahTerima(SopDbContext db, Register register, AccountChanges accounts, ChangeLog log, TimeProvider time)
{
    /// <param name="Penerus">To whom goes what nobody else is named for.</param>
    /// <param name="Bawahan">Who rates each of them from now on, by their keys.</param>
    /// <param name="Tugas">Whose account takes each office.</param>
    /// <param name="Closes">Whether the person becomes inactive, and the account is closed.</param>
    public sealed record Terms(
        SebabSerahTerima Sebab, string NomorSk, DateOnly TanggalSk, Pegawai Penerus, IReadOnlyDictionary<int, Pegawai> Bawahan,
        IReadOnlyDictionary<string, Pegawai> Tugas, bool Closes);

    /// <summary>False, and nothing is done, where an account was changed by somebody else meanwhile.</summary>
    public async Task<bool> PerformAsync(ClaimsPrincipal user, Pegawai leaving, Terms terms)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var waiting = await db.WaitsFor(leaving.Id).ToListAsync();
        await GiveSubordinatesAsync(user, leaving, terms);
        await GiveMandatesAsync(user, leaving, terms);
        if (!await GiveOfficesAsync(user, leaving, terms))
        {
            return false;
        }

        var said = GantunganTable.Rows.Select(r => (r, Count: waiting.Count(w => r.IsGiven && w.Kind == r.Kind))).Where(n => n.Count > 0)
            .Select(n => $"{n.Count} {Lower(n.r.Judul)}");
        log.Write(user, ChangeSubjects.Pegawai, leaving.Id, leaving.Nama,
            $"mencatat serah terima ({Lower(SebabSerahTerimaTable.Row(terms.Sebab).Nama)}, nomor {terms.NomorSk} tanggal "
            + $"{Tanggal.Tampil(terms.TanggalSk)}) kepada {terms.Penerus.Nama}: {string.Join("; ", said)}.");
        if (terms.Closes)
        {
            leaving.Leave();
            log.Write(user, ChangeSubjects.Pegawai, leaving.Id, leaving.Nama, new Differences().Of("keadaan", "aktif", "tidak aktif"));
        }

        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return true;
    }

    // Whoever rises to the place of his own superior gets the superior of that one.
    private async Task GiveSubordinatesAsync(ClaimsPrincipal user, Pegawai leaving, Terms terms)
    {
        var heir = await db.Pegawai.SingleAsync(p => p.Id == terms.Penerus.Id);
        if (await db.IsAboveAsync(leaving.Id, heir.Id))
        {
            await MoveAsync(user, heir, leaving.AtasanId);
        }

        var below = await db.Pegawai.Where(p => p.AtasanId == leaving.Id && p.IsActive).ToListAsync();
        foreach (var person in below)
        {
            await MoveAsync(user, person, (terms.Bawahan.GetValueOrDefault(person.Id) ?? heir).Id);
        }

        await register.SaveAsync([.. below.Select(p => p.Id), heir.Id]);
    }

    private async Task MoveAsync(ClaimsPrincipal user, Pegawai person, int? atasanId)
    {
        var names = await db.Pegawai.Where(p => p.Id == person.AtasanId || p.Id == atasanId).ToDictionaryAsync(p => p.Id, p => p.Nama);
        log.Write(user, ChangeSubjects.Pegawai, person.Id, person.Nama, new Differences().Of(
            "pejabat penilai", person.AtasanId is { } was ? names[was] : null, atasanId is { } now ? names[now] : null));
        person.PutBelow(atasanId);
        // So that the question who stands below whom sees it.
        await db.SaveChangesAsync();
    }

    private async Task GiveMandatesAsync(ClaimsPrincipal user, Pegawai leaving, Terms terms)
    {
        var (now, heir) = (time.GetUtcNow(), terms.Penerus);
        var today = Tanggal.DiWita(now);
        var running = await db.Penugasan.Include(p => p.Menggantikan).Include(p => p.Pelaksana)
            .Where(p => (p.PelaksanaId == leaving.Id || p.MenggantikanId == leaving.Id) && p.EndedAt == null
                && (p.Selesai == null || p.Selesai >= today))
            .ToListAsync();
        foreach (var ended in running)
        {
            ended.End(now);
            log.Write(user, ChangeSubjects.Penugasan, ended.Id, ended.Pelaksana.Nama, $"mengakhiri penugasan sebagai {ended.Sebagai}.");
        }

        await db.SaveChangesAsync();
        foreach (var (kind, instead, last) in running
            .Where(p => p.PelaksanaId == leaving.Id && !p.Menggantikan.IsActive && p.MenggantikanId != heir.Id)
            .Select(p => (p.Jenis, p.Menggantikan, p.Selesai))
            .Concat(await db.WaitsFor(leaving.Id).AnyAsync(w => w.Kind == GantunganTable.Hasil)
                ? [(JenisPenugasan.Pengganti, leaving, (DateOnly?)null)]
                : []))
        {
            var given = new Penugasan(kind, instead.Id, heir.Id, terms.NomorSk, terms.TanggalSk, today, last,
                $"Serah terima: {Lower(SebabSerahTerimaTable.Row(terms.Sebab).Nama)}");
            db.Penugasan.Add(given);
            await db.SaveChangesAsync();
            log.Write(user, ChangeSubjects.Penugasan, given.Id, heir.Nama, given.Recorded(heir, instead));
        }
    }

    private async Task<bool> GiveOfficesAsync(ClaimsPrincipal user, Pegawai leaving, Terms terms)
    {
        foreach (var (heir, offices) in terms.Tugas.GroupBy(t => t.Value.Id).Select(g => (g.Key, g.Select(t => t.Key).ToArray())))
        {
            var account = await db.Users.SingleAsync(a => a.PegawaiId == heir);
            if (!await IsAppliedAsync(user, account, [.. account.Offices.Union(offices)], account.IsActive))
            {
                return false;
            }
        }

        return await db.Users.SingleOrDefaultAsync(a => a.PegawaiId == leaving.Id) is not { } own
            || await IsAppliedAsync(user, own, [.. own.Offices.Except(terms.Tugas.Keys)], own.IsActive && !terms.Closes);
    }

    private async Task<bool> IsAppliedAsync(ClaimsPrincipal user, Persistence.Account account, string[] offices, bool isActive) =>
        await accounts.ApplyAsync(user, account, account.Nama, offices, isActive) == AccountChange.Saved;

    // "SKP" stays.
    private static string Lower(string words) =>
        char.IsUpper(words[1]) ? words : char.ToLowerInvariant(words[0]) + words[1..];
}
