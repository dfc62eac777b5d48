using System.Net;
using System.Net.Sockets;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Setup;

/// <summary>Where the program is to listen, tried before anything is made.</summary>
internal static class ListenAddresses
{
    public const string Setting = "SOP_URLS";

    public const string InUse = "sudah dipakai program lain, mungkin SopKinerja yang masih berjalan. Hentikan program itu, atau pilih "
        + $"alamat lain dengan {Setting}.";

    public static IReadOnlyList<string> Configured(IConfiguration configuration) =>
        (configuration[Setting] is { Length: > 0 } own ? own : configuration[WebHostDefaults.ServerUrlsKey] ?? "")
            .Split([';', ' '], StringSplitOptions.RemoveEmptyEntries);

    /// <exception cref="StartRefusedException">One of them cannot be listened to.</exception>
    public static void EnsureFree(IConfiguration configuration)
    {
        foreach (var url in Configured(configuration))
        {
            var address = Read(url);
            if (WhyNot(address, configuration) is { } whyNot)
            {
                throw new StartRefusedException($"Alamat “{url}” di {Setting} tidak dapat dilayani: {whyNot}");
            }

            // Port 0 is any that is free.
            if (!address.IsUnixPipe && !address.IsNamedPipe && address.Port > 0)
            {
                EnsureFree(address);
            }
        }
    }

    private static string? WhyNot(BindingAddress address, IConfiguration configuration)
    {
        if (address.IsUnixPipe || address.IsNamedPipe)
        {
            return null;
        }

        var isSecure = address.Scheme.Equals(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase);
        return !isSecure && !address.Scheme.Equals(Uri.UriSchemeHttp, StringComparison.OrdinalIgnoreCase)
            ? "awalnya harus http:// atau https://."
            : address.Port is < 0 or > IPEndPoint.MaxPort ? $"port paling besar {IPEndPoint.MaxPort}."
            // The framework takes any name for every address of the machine.
            : !IsOfMachine(address.Host) ? $"“{address.Host}” bukan alamat IP dan bukan localhost. Tulis alamat IP mesin ini, localhost, "
                + "atau * untuk semua alamat mesin ini."
            : isSecure ? WhyNoCertificate(configuration) : null;
    }

    private static bool IsOfMachine(string host) =>
        host is "*" or "+" || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(host.Trim('[', ']'), out _);

    private static string? WhyNoCertificate(IConfiguration configuration)
    {
        const string Name = "Kestrel__Certificates__Default__Path";
        var certificate = configuration.GetSection("Kestrel:Certificates:Default");
        return !certificate.GetChildren().Any()
            ? $"https memerlukan sertifikat server. Isi {Name} (dan __Password atau __KeyPath), atau layani http di belakang proxy."
            : certificate["Path"] is { Length: > 0 } path && !File.Exists(path) ? $"berkas sertifikat {path} ({Name}) tidak ada."
            : null;
    }

    private static BindingAddress Read(string url)
    {
        try
        {
            return BindingAddress.Parse(url);
        }
        catch (FormatException malformed)
        {
            throw new StartRefusedException(
                $"Alamat “{url}” di {Setting} tidak dapat dibaca. Bentuknya: http://127.0.0.1:5080.", malformed);
        }
    }

    private static void EnsureFree(BindingAddress address)
    {
        var host = address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
            : IPAddress.TryParse(address.Host.Trim('[', ']'), out var number) ? number
            : Socket.OSSupportsIPv6 ? IPAddress.IPv6Any : IPAddress.Any;
        try
        {
            using var trial = new Socket(host.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            trial.Bind(new IPEndPoint(host, address.Port));
            trial.Listen(1);
        }
        catch (SocketException refused)
        {
            throw new StartRefusedException(refused.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => $"Alamat {address} {InUse}",
                SocketError.AccessDenied => $"Alamat {address} tidak boleh dipakai akun ini. Pilih port di atas 1023 dengan {Setting}.",
                SocketError.AddressNotAvailable => $"Alamat {address} bukan milik mesin ini. Pilih alamat lain dengan {Setting}.",
                _ => $"Alamat {address} tidak dapat dilayani: {refused.Message}. Pilih alamat lain dengan {Setting}.",
            }, refused);
        }
    }
}
