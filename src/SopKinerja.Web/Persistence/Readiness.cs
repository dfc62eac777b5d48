using Microsoft.EntityFrameworkCore;

namespace SopKinerja.Web.Persistence;

/// <summary>What is there of what a dinas needs before anybody is measured.</summary>
public sealed class Readiness
{
    public int Units { get; init; }

    /// <summary>Active people of the dinas.</summary>
    public int People { get; init; }

    /// <summary>Usable accounts of people.</summary>
    public int Accounts { get; init; }

    /// <summary>Accounts that sign nothing yet, because no second officer confirmed their owner.</summary>
    public int Unconfirmed { get; init; }

    /// <summary>Whether an account can confirm others.</summary>
    public bool CanConfirm { get; init; }

    /// <summary>Accounts into which nobody can come (<see cref="AccountQueries.WithoutEntry"/>); without a slip, where nobody ever came,
    /// by a provider or otherwise.</summary>
    public int WithoutEntry { get; init; }

    /// <summary>What usable accounts hold, each once.</summary>
    public string[] Offices { get; init; } = [];

    /// <summary>Years since this one for which holidays are known.</summary>
    public int[] YearsWithHolidays { get; init; } = [];

    /// <summary>Years since this one in which an open period has days; this one where there is none.</summary>
    public int[] YearsMeasured { get; init; } = [];

    public int OpenPeriods { get; init; }

    /// <summary>Whether an open period holds today.</summary>
    public bool IsMeasuring { get; init; }

    /// <summary>The open period that begins next; null where none does.</summary>
    public string? NextPeriod { get; init; }

    public DateOnly? NextBegins { get; init; }

    /// <summary>That of certificates, not run out.</summary>
    public bool HasAuthority { get; init; }

    /// <summary>Who asks for something to be put right.</summary>
    public int Corrections { get; init; }

    /// <summary>In one command.</summary>
    /// <param name="confirming">The offices that confirm owners of accounts.</param>
    public static Task<Readiness> OfAsync(SopDbContext db, string[] confirming, DateTimeOffset now, CancellationToken cancel)
    {
        var today = Tanggal.DiWita(now);
        return db.Database.SqlQuery<Readiness>($"""
            select
                (select count(*)::int from unit_kerja where is_active) as "Units",
                (select count(*)::int from pegawai where is_active and unit_kerja_id is not null) as "People",
                (select count(*)::int from accounts
                    where is_active and reset_at is not null and confirmed_at is null) as "Unconfirmed",
                (select count(*)::int from accounts where is_active and pegawai_id is not null) as "Accounts",
                exists (select from accounts where is_active and pegawai_id is not null and offices && {confirming}
                    and (reset_at is null or confirmed_at is not null)) as "CanConfirm",
                (select count(*)::int from accounts a
                    where is_active and password_hash is null and (entry_until < {now}
                        or (entry_until is null and not exists (select from sessions s where s.account_id = a.id)))) as "WithoutEntry",
                array(select distinct o from accounts a, unnest(a.offices) o where a.is_active) as "Offices",
                array(select distinct extract(year from date)::int from holidays
                    where date >= make_date(extract(year from {today})::int, 1, 1)) as "YearsWithHolidays",
                array(select distinct y from periods, generate_series(
                        greatest(extract(year from mulai)::int, extract(year from {today})::int), extract(year from selesai)::int) y
                    where is_open
                    union select extract(year from {today})::int where not exists (select from periods where is_open and selesai >= {today})
                    order by y) as "YearsMeasured",
                (select count(*)::int from periods where is_open) as "OpenPeriods",
                exists (select from periods where is_open and {today} between mulai and selesai) as "IsMeasuring",
                (select nama from periods where is_open and mulai > {today} order by mulai, id limit 1) as "NextPeriod",
                (select min(mulai) from periods where is_open and mulai > {today}) as "NextBegins",
                exists (select from signing_authorities where not_after > {today}) as "HasAuthority",
                (select count(*)::int from corrections where answered_at is null) as "Corrections"
            """).SingleAsync(cancel);
    }
}
