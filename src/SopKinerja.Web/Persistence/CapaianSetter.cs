namespace SopKinerja.Web.Persistence;

/// <summary>That somebody may set the capaian of a unit. The view in the database is the one place that says so; its guard reads it
/// too.</summary>
public sealed class CapaianSetter
{
    public int UnitKerjaId { get; private set; }

    public int PegawaiId { get; private set; }

    /// <summary>As the head of the unit, not as Kepala Dinas.</summary>
    public bool IsHead { get; private set; }
}
