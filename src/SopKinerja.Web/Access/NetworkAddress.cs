using System.Net;
using System.Net.Sockets;

namespace SopKinerja.Web.Access;

/// <summary>Where a request comes from.</summary>
public static class NetworkAddress
{
    private const int NetworkBytes = 8;

    /// <summary>An IPv4 address in the clothes of IPv6 as what it is; null where there is none.</summary>
    public static IPAddress? Of(HttpContext http) => http.Connection.RemoteIpAddress is not { } address ? null
        : address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
        : new(address.GetAddressBytes());

    /// <summary>The address; of IPv6 the network, since one household has billions of addresses; "-" where there is
    /// none.</summary>
    public static string NetworkOf(HttpContext http) => Of(http) switch
    {
        { AddressFamily: AddressFamily.InterNetworkV6 } v6 => Convert.ToHexString(v6.GetAddressBytes(), 0, NetworkBytes),
        var other => other?.ToString() ?? "-",
    };
}
