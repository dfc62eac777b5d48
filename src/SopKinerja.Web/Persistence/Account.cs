using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using SopKinerja.Domain.People;

namespace SopKinerja.Web.Persistence;

public sealed class Account : IdentityUser<int>
{
    /// <summary>The name of an administrator whom nobody gave another.</summary>
    public const string Administrators = "Administrator";

    private const int StampLength = 32;

    /// <summary>The person; null for an administrator or an auditor, whose account belongs to no dossier.</summary>
    public int? PegawaiId { get; set; }

    public Pegawai? Pegawai { get; set; }

    public string Nama { get; set; } = "";

    public string[] Offices { get; set; } = [];

    public bool IsActive { get; set; } = true;

    /// <summary>Asks for a password of the owner's own at the next sign-in, because someone else could know what opens it now.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Of the code on the newest slip (<c>EntryCode</c>); null where no slip opens the account.</summary>
    public byte[]? EntryDigest { get; private set; }

    public DateTimeOffset? EntryUntil { get; private set; }

    /// <summary>How many slips were made; null for none.</summary>
    public int? EntrySlips { get; private set; }

    /// <summary>When somebody else last gave it a way in, which he could read, or gave it an office that confirms others; null where nobody
    /// did.</summary>
    public DateTimeOffset? ResetAt { get; private set; }

    public string? ResetBy { get; private set; }

    /// <summary>What the person shows to the officer who confirms him.</summary>
    public string? ConfirmCode { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    public string? ConfirmedBy { get; private set; }

    public bool IsUnconfirmed => ResetAt is not null && ConfirmedAt is null;

    /// <summary>Somebody else set the password, or gave an office that confirms others. An administrator signs nothing and sees no result,
    /// so that nothing has to be confirmed of him; an auditor's account that nobody confirmed could be the administrator's own.</summary>
    public void Reset(string by, string code, DateTimeOffset now)
    {
        if (PegawaiId is not null || IsAuditor)
        {
            (ResetAt, ResetBy, ConfirmCode, ConfirmedAt, ConfirmedBy) = (now, by, code, null, null);
        }
    }

    /// <summary>A slip opens it from now on, and no password.</summary>
    public void GiveEntry(byte[] digest, DateTimeOffset until, string by, string confirmCode, DateTimeOffset now)
    {
        (EntryDigest, EntryUntil, EntrySlips) = (digest, until, (EntrySlips ?? 0) + 1);
        (PasswordHash, MustChangePassword) = (null, true);
        // Who asks with what he read before, is late.
        SecurityStamp = RandomNumberGenerator.GetHexString(StampLength);
        ConcurrencyStamp = Guid.CreateVersion7().ToString("D", CultureInfo.InvariantCulture);
        Reset(by, confirmCode, now);
    }

    /// <summary>The owner chose a password.</summary>
    public void EndEntry() => (EntryDigest, EntryUntil, MustChangePassword) = (null, null, false);

    /// <exception cref="InvalidOperationException">There is nothing to confirm.</exception>
    public void Confirm(string by, DateTimeOffset now) => (ConfirmedAt, ConfirmedBy) = IsUnconfirmed ? (now, by)
        : throw new InvalidOperationException("Nothing has to be confirmed.");

    /// <summary>Under which an account that belongs to no person acts: its name, and what it is, so that nobody takes it for a
    /// pegawai.</summary>
    public string ActingName => IsAuditor ? $"{Nama} (auditor)"
        : IsAdministrator && Nama != Administrators ? $"{Nama} (administrator)" : Nama;

    public bool IsAuditor => Offices.Contains(nameof(Role.Auditor));

    public bool IsAdministrator => Offices.Contains(nameof(Role.Administrator));

    /// <summary>Whether a slip that was made for it opens nothing any more, though its owner has not come in.</summary>
    public bool IsEntryLate(DateTimeOffset now) => EntryUntil < now;

    public static Account OfPegawai(string userName, int pegawaiId, IEnumerable<string> offices) =>
        new() { UserName = userName, PegawaiId = pegawaiId, Offices = [.. offices] };

    public static Account OfAdministrator(string userName, string nama) =>
        new() { UserName = userName, Nama = nama, Offices = [nameof(Role.Administrator)] };

    public static Account OfAuditor(string userName, string nama) =>
        new() { UserName = userName, Nama = nama, Offices = [nameof(Role.Auditor)] };
}
