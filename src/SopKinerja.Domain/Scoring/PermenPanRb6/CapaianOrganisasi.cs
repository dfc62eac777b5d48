namespace SopKinerja.Domain.Scoring.PermenPanRb6;

/// <summary>Capaian kinerja organisasi, by which the pattern of distribution is chosen (PermenPANRB 6/2022 pasal 24 and 25, not yet
/// compared).</summary>
public enum CapaianOrganisasi
{
    Istimewa,
    Baik,
    ButuhPerbaikan,
    Kurang,
    SangatKurang,
}
