using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Signing.Bsre;

/// <summary>Fetches the lists of revoked certificates from where the certificates say, from hosts that are set and no others. In the
/// background alone: no request of a person waits for another server, and no file from outside names one.</summary>
public sealed class RevocationFetch(HttpClient http, BsreSettings settings, BsreChain chain, SopDbContext db)
{
    /// <summary>Lists of a national authority have some hundred kB.</summary>
    public const int LargestList = 16 * 1024 * 1024;

    private const string DistributionPoints = "2.5.29.31";

    private const int MostCertificates = 50;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>What came of each address; empty where nothing is to be fetched.</summary>
    public async Task<IReadOnlyList<(string Address, string? WhyNot)>> FetchAsync(CancellationToken cancel)
    {
        if (chain.Lists is null || settings.Hosts.Count == 0)
        {
            return [];
        }

        var own = await db.Set<BsreCertificate>().AsNoTracking().Where(c => c.Doubt == null || c.AcceptedAt != null)
            .OrderByDescending(c => c.Id).Take(MostCertificates).Select(c => c.Certificate).ToListAsync(cancel);
        var found = new List<(string Address, string? WhyNot)>();
        foreach (var address in own.Select(c => X509CertificateLoader.LoadCertificate(c)).Concat(chain.Certificates)
            .SelectMany(AddressesIn).Distinct().Where(IsAllowed))
        {
            found.Add((address.AbsoluteUri, await WhyNotFetchedAsync(address, cancel)));
        }

        return found;
    }

    /// <summary>Where a certificate says that its list is (RFC 5280, 4.2.1.13).</summary>
    public static IReadOnlyList<Uri> AddressesIn(X509Certificate2 certificate)
    {
        var addresses = new List<Uri>();
        try
        {
            if (certificate.Extensions.FirstOrDefault(e => e.Oid?.Value == DistributionPoints) is not { } extension)
            {
                return [];
            }

            for (var points = new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadSequence(); points.HasData;)
            {
                var point = points.ReadSequence();
                if (!point.HasData || point.PeekTag() != Context(0))
                {
                    continue;
                }

                var name = point.ReadSequence(Context(0));
                for (var names = name.PeekTag() == Context(0) ? name.ReadSequence(Context(0)) : null; names?.HasData == true;)
                {
                    var value = names.ReadEncodedValue();
                    if (value.Span[0] == 0x86 && Uri.TryCreate(Text(value), UriKind.Absolute, out var address))
                    {
                        addresses.Add(address);
                    }
                }
            }
        }
        catch (AsnContentException)
        {
            return [];
        }

        return addresses;
    }

    private bool IsAllowed(Uri address) => address.Scheme is "http" or "https" && address.UserInfo.Length == 0
        && settings.Hosts.Contains(address.IsDefaultPort ? address.Host : address.Authority, StringComparer.OrdinalIgnoreCase);

    private async Task<string?> WhyNotFetchedAsync(Uri address, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            var file = await http.GetByteArrayAsync(address, limit.Token);
            var list = RevocationList.Read(file);
            if (chain.Certificates.FirstOrDefault(list.IsOf) is not { } issuer)
            {
                return "not signed by an authority of the chain";
            }

            if (chain.Lists!.Of(issuer) is { } known && known.ThisUpdate > list.ThisUpdate)
            {
                return "older than the one that is there";
            }

            var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri)), 0, 8);
            chain.Lists.Keep($"{name}{RevocationLists.Extension}", file);
            return null;
        }
        catch (Exception failure) when (failure is HttpRequestException or CryptographicException or IOException
            || (failure is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return failure.GetType().Name;
        }
    }

    private static string Text(ReadOnlyMemory<byte> value) => new AsnReader(value, AsnEncodingRules.DER)
        .ReadCharacterString(UniversalTagNumber.IA5String, new Asn1Tag(TagClass.ContextSpecific, 6));

    private static Asn1Tag Context(int number) => new(TagClass.ContextSpecific, number, isConstructed: true);
}
