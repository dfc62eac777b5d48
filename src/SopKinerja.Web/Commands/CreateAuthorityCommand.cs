using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Certificates;

namespace SopKinerja.Web.Commands;

/// <summary>Command "create-ca": makes the certificate authority of the dinas, once. Its passphrase is asked for twice and is never an
/// argument.</summary>
public static class CreateAuthorityCommand
{
    public const string Variable = "SOP_CA_FRASA";

    /// <summary>Of the part that a second person holds.</summary>
    public const string SecondVariable = "SOP_CA_FRASA_KEDUA";

    /// <summary>Exit code 0 when it was made, 1 when not, with a sentence why.</summary>
    /// <param name="given">The passphrase, or its first part; asked for where null.</param>
    /// <param name="givenSecond">The second part, where two people hold it.</param>
    public static async Task<int> RunAsync(
        IServiceProvider services, string? given, TextReader input, TextWriter output, string? givenSecond = null)
    {
        var acts = services.GetRequiredService<CertificateActs>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        // Refused before anyone thinks of a passphrase.
        var whyNot = await acts.WhyNoNewAuthorityAsync(now);
        if (whyNot is null)
        {
            var isShared = services.GetService<IConfiguration>() is { } settings && AuthorityKeeping.IsShared(settings);
            var (first, same) = AskTwice(isShared ? "Frasa sandi otoritas, orang pertama" : "Frasa sandi otoritas", given, input, output);
            var (second, alsoSame) = isShared ? AskTwice("Frasa sandi otoritas, orang kedua", givenSecond, input, output) : (null, true);
            whyNot = same && alsoSame
                ? await acts.MakeAuthorityAsync(new(first), now, second is null ? null : new(second))
                : "Kedua frasa sandi tidak sama.";
        }

        if (whyNot is not null)
        {
            await output.WriteLineAsync($"Otoritas tidak dibuat. {whyNot}");
            return 1;
        }

        var end = await services.GetRequiredService<SopDbContext>().Set<SigningAuthority>().MaxAsync(a => a.NotAfter);
        await output.WriteLineAsync($"Otoritas sertifikat dinas sudah dibuat dan berlaku sampai {Tanggal.Tampil(end)}. "
            + "Simpan frasa sandinya di tempat aman: tanpa itu tidak ada sertifikat yang dapat diterbitkan.");
        return 0;
    }

    private static (string Text, bool IsSame) AskTwice(string what, string? given, TextReader input, TextWriter output)
    {
        var first = given ?? Terminal.AskSecret($"{what}: ", input, output);
        return (first, string.Equals(first, given ?? Terminal.AskSecret("Ulangi frasa sandi: ", input, output), StringComparison.Ordinal));
    }
}
