namespace SopKinerja.Web.Addresses;

public sealed record DossierFilter(
    string? Search = null, int? Unit = null, int? Period = null, string? State = null, string? Box = null, long? After = null);
