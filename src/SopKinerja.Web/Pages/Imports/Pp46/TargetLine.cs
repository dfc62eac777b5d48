using SopKinerja.Web.Pages.Plans.Pp46;

namespace SopKinerja.Web.Pages.Imports.Pp46;

/// <summary>One kegiatan of an SKP under PP 46/2011.</summary>
public sealed class TargetLine : RecordLine
{
    public TargetRow Target { get; init; } = new();
}
