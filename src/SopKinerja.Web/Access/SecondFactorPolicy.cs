using SopKinerja.Web.Persistence;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Access;

/// <summary>Whose accounts must have a one-time code besides the password. Everybody else may.</summary>
/// <param name="Offices">Of whoever holds one of these; null of everybody.</param>
public sealed record SecondFactorPolicy(string Value, IReadOnlyList<Role>? Offices)
{
    public static readonly IReadOnlyList<SecondFactorPolicy> Rows =
    [
        new("pilihan",       []),
        new("administrator", [Role.Administrator]),
        new("pimpinan",      [Role.Administrator, Role.KepalaDinas, Role.Auditor]),
        new("tugas",         [Role.Administrator, .. Roles.Offices]),
        new("semua",         null),
    ];

    public bool Requires(Account account) => Offices is null || Offices.Any(o => account.Offices.Contains(o.ToString()));

    /// <summary>Whether the account opens nothing before it has one.</summary>
    public bool IsMissing(Account account) => !account.TwoFactorEnabled && Requires(account);

    public static SecondFactorPolicy Of(DinasSettings settings) => Rows.Single(r => r.Value == settings.KodeSekaliPakai);
}
