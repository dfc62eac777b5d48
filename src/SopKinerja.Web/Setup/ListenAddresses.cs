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
            // Port 0 is any that is free.
            if (!address.IsUnixPipe && !address.IsNamedPipe && address.Port > 0)
            {
                EnsureFree(address);
            }
        }
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
        var host = address.Host == "localhost" ? IPAddress.Loopback
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
