namespace SopKinerja.Web.Settings;

/// <summary>Where people reach the program. It is printed on documents, so it comes from the settings and never from a request.</summary>
/// <param name="Address">Without a slash at its end; null while it is not set.</param>
public sealed record OfficeAddress(string? Address)
{
    /// <summary>Said to whoever would issue a document before it is set.</summary>
    public const string Missing = "Alamat aplikasi kantor belum diatur, jadi dokumen belum dapat diterbitkan: kode QR-nya tidak "
        + "menuju ke mana pun. Minta petugas server mengisi setelan Dinas__AlamatAplikasi.";

    // Whoever looks after the machine asks it by these.
    private static readonly string[] OfTheMachine = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>The hosts by which a request may ask; null for any, while the address is not set.</summary>
    public IReadOnlyList<string>? Hosts => Address is null ? null : [new Uri(Address).Host, .. OfTheMachine];

    private static bool IsOfPages(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    /// <summary>In the demo the address is the one that is served.</summary>
    /// <exception cref="StartRefusedException">It is no address of a web page.</exception>
    public static OfficeAddress Of(IConfiguration configuration, bool isDemo)
    {
        var set = configuration[$"Dinas:{nameof(DinasSettings.AlamatAplikasi)}"];
        var address = set is { Length: > 0 } ? set : isDemo ? configuration["SOP_URLS"]?.Split(';')[0] ?? "http://127.0.0.1:5080" : null;
        return address is null || IsOfPages(address)
            ? new(address?.TrimEnd('/'))
            : throw new StartRefusedException(
                $"Setelan Dinas__AlamatAplikasi berisi “{address}”, bukan alamat seperti http://sopkinerja.dinas.example. Perbaiki.");
    }
}
