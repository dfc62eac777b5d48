using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Access;

/// <summary>Who may confirm that the owner of an account is who he says, after somebody else set its password.</summary>
public static class Confirmations
{
    public static readonly IReadOnlyList<Role> By = [Role.Kasubbag, Role.Sekretaris, Role.KepalaDinas];

    /// <summary>The offices that read results of others, which an account does not hold until its owner is confirmed: whoever set its
    /// password would read them.</summary>
    public static readonly IReadOnlyList<string> Withheld = [nameof(Role.KepalaDinas), nameof(Role.Sekretaris), nameof(Role.Auditor)];

    /// <summary>Those who can do it now: who holds one of the offices and needs no confirmation himself.</summary>
    public static IQueryable<Account> ConfirmingOthers(this IQueryable<Account> accounts)
    {
        string[] offices = [.. By.Select(o => o.ToString())];
        return accounts.Where(a => a.IsActive && a.PegawaiId != null && a.Offices.Any(o => offices.Contains(o))
            && (a.ResetAt == null || a.ConfirmedAt != null));
    }

    /// <summary>Those of whom it is asked: whoever signs, or reads all results.</summary>
    public static IQueryable<Account> Confirmable(this IQueryable<Account> accounts) =>
        accounts.Where(a => a.PegawaiId != null || a.Offices.Contains(nameof(Role.Auditor)));

    /// <summary>Null when the actor may confirm that account with that code.</summary>
    public static Refusal? WhyNot(Account account, string? code, Actor actor) =>
        !By.Any(actor.Holds) ? new(RefusalKind.Forbidden, $"Akun dikonfirmasi {string.Join(" atau ", By.Select(o => o.Nama()))}.")
        : account.PegawaiId is not null && account.PegawaiId == actor.PegawaiId
            ? new(RefusalKind.Forbidden, "Ini akun Anda sendiri. Mintalah petugas lain mengonfirmasinya.")
        : actor.IsUnconfirmed
            ? new(RefusalKind.Forbidden, "Akun Anda sendiri belum dikonfirmasi, jadi Anda belum dapat mengonfirmasi yang lain.")
        : !account.IsUnconfirmed ? new(RefusalKind.Conflict, "Akun ini sudah dikonfirmasi.")
        : account.MustChangePassword
            ? new(RefusalKind.Conflict, "Pemiliknya belum memilih kata sandinya sendiri. Mintalah ia masuk dengan slipnya dan memilihnya "
                + "dahulu; kodenya tampak sesudah itu.")
        : VerificationCode.Parse(code) != account.ConfirmCode
            ? new(RefusalKind.Incomplete, "Kodenya tidak cocok. Kodenya ada di layar pemilik akun, di halaman Konfirmasi akun; pastikan "
                + "orangnya sendiri yang menunjukkannya.")
        : null;
}
