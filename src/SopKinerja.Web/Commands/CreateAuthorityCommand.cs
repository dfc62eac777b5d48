using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Certificates;

namespace SopKinerja.Web.Commands;

/// <summary>Command "create-ca": makes the certificate authority of the dinas, once. Its passphrase is asked for twice and is never an
/// argument.</summary>
public static class CreateAuthorityCommand
{
    public const string Variable = "SOP_CA_FRASA";

    /// <summary>Exit code 0 when it was made, 1 when not, with a sentence why.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, string? given, TextReader input, TextWriter output)
    {
        var acts = services.GetRequiredService<CertificateActs>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        // Refused before anyone thinks of a passphrase.
        var whyNot = await acts.WhyNoNewAuthorityAsync(now);
        if (whyNot is null)
        {
            var first = given ?? Terminal.AskSecret("Frasa sandi otoritas: ", input, output);
            var second = given ?? Terminal.AskSecret("Ulangi frasa sandi: ", input, output);
            whyNot = string.Equals(first, second, StringComparison.Ordinal)
                ? await acts.MakeAuthorityAsync(new(first), now)
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
}
