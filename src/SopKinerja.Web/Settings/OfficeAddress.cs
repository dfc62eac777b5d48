using System.Text.RegularExpressions;

namespace SopKinerja.Web.Settings;

/// <summary>Where people reach the program. It is printed on documents, so it comes from the settings and never from a request.</summary>
public static partial class OfficeAddress
{
    // Whoever looks after the machine asks it by these.
    private static readonly string[] OfTheMachine = ["localhost", "127.0.0.1", "::1"];

    public static bool IsOfTheMachine(string host) => OfTheMachine.Contains(host.Trim('[', ']'), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a request may ask for a host: any, while no address is set.</summary>
    public static bool Answers(string? address, string host) => address is null or "" || IsOfTheMachine(host)
        || string.Equals(new Uri(address).IdnHost.Trim('[', ']'), host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase);

    // A host or an address of IPv6, a port, and names.
    [GeneratedRegex(@"^[^/%\\]+(/[A-Za-z0-9_~-]+)*/?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Path();

    public static string? WhyNot(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && uri.UserInfo.Length == 0 && uri.Query.Length == 0 && uri.Fragment.Length == 0
            // As it stands, so that what is printed is what was typed.
            && !uri.Host.EndsWith('.') && Path().IsMatch(address[(address.IndexOf("//", StringComparison.Ordinal) + 2)..])
            ? null
            : "Itu bukan alamat seperti http://sopkinerja.dinas.example.";
}
