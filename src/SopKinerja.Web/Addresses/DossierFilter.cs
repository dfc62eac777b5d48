namespace SopKinerja.Web.Addresses;

/// <summary>By what the address of a list of dossiers narrows it.</summary>
public sealed record DossierFilter(
    string? Search = null, int? Unit = null, int? Period = null, string? State = null, string? Box = null, long? After = null);
