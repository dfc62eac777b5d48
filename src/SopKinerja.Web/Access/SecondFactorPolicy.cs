using SopKinerja.Web.Persistence;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Access;

/// <summary>Whose accounts must have a one-time code besides the password. Everybody else may.</summary>
/// <param name="Offices">Of whoever holds one of these; null of everybody.</param>
public sealed record SecondFactorPolicy(string Value, IReadOnlyList<Role>? Offices)
{
    public const string Setting = "Masuk:KodeSekaliPakai";

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

    /// <exception cref="StartRefusedException">The setting is none of the rows.</exception>
    public static SecondFactorPolicy Of(IConfiguration configuration)
    {
        var written = configuration[Setting];
        return string.IsNullOrWhiteSpace(written) ? Rows[0]
            : Rows.FirstOrDefault(r => r.Value.Equals(written.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? throw new StartRefusedException($"Setelan Masuk__KodeSekaliPakai berisi “{written}”. Yang dikenal: "
                + $"{string.Join(", ", Rows.Select(r => r.Value))}.");
    }
}
