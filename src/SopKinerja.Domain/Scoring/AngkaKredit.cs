using SopKinerja.Domain.Scoring.PermenPanRb6;

namespace SopKinerja.Domain.Scoring;

/// <summary>The coefficient of one jenjang jabatan fungsional for a whole year.</summary>
public sealed record JenjangRow(string Jenjang, decimal Koefisien);

public sealed record PersenRow(PredikatKinerja Predikat, decimal Persen);

/// <param name="Pangkat">Asked for the next pangkat; null where the tables name none.</param>
/// <param name="NaikJenjang">Asked for the next jenjang, the sum over the pangkat of this one; null for the last of its
/// category.</param>
public sealed record KebutuhanRow(string Jenjang, string Golongan, decimal? Pangkat, decimal? NaikJenjang);

/// <summary>
/// Angka kredit of one year: koefisien × persen of the predikat (PermenPANRB 1/2023); of a part of it by its months (Peraturan BKN 3/2023
/// pasal 13 ayat (1), not yet compared).
/// </summary>
public static class AngkaKredit
{
    private const int BulanSetahun = 12;

    public static readonly IReadOnlyList<JenjangRow> Jenjang =
    [
        new("Pemula",        3.75m),
        new("Terampil",      5m),
        new("Mahir",        12.5m),
        new("Penyelia",     25m),
        new("Ahli Pertama", 12.5m),
        new("Ahli Muda",    25m),
        new("Ahli Madya",   37.5m),
        new("Ahli Utama",   50m),
    ];

    public static readonly IReadOnlyList<PersenRow> Persen =
    [
        new(PredikatKinerja.SangatBaik,     150),
        new(PredikatKinerja.Baik,           100),
        new(PredikatKinerja.ButuhPerbaikan,  75),
        new(PredikatKinerja.Kurang,          50),
        new(PredikatKinerja.SangatKurang,    25),
    ];

    /// <summary>
    /// Angka kredit kumulatif asked for kenaikan pangkat and jenjang (PermenPANRB 1/2023, lampiran, as it circulates; two sets of slides
    /// by BKN say the same).
    /// </summary>
    public static readonly IReadOnlyList<KebutuhanRow> Kebutuhan =
    [
        new("Pemula",       "II/a",   15,   15),
        new("Terampil",     "II/b",   20,   60),
        new("Terampil",     "II/c",   20,   60),
        new("Terampil",     "II/d",   20,   60),
        new("Mahir",        "III/a",  50,  100),
        new("Mahir",        "III/b",  50,  100),
        new("Penyelia",     "III/c", 100, null),
        new("Penyelia",     "III/d", null, null),
        new("Ahli Pertama", "III/a",  50,  100),
        new("Ahli Pertama", "III/b",  50,  100),
        new("Ahli Muda",    "III/c", 100,  200),
        new("Ahli Muda",    "III/d", 100,  200),
        new("Ahli Madya",   "IV/a",  150,  450),
        new("Ahli Madya",   "IV/b",  150,  450),
        new("Ahli Madya",   "IV/c",  150,  450),
        new("Ahli Utama",   "IV/d",  200, null),
        new("Ahli Utama",   "IV/e",  null, null),
    ];

    /// <summary>Angka kredit for the year, two decimals, half up: 28,125 becomes 28,13.</summary>
    public static decimal Tahunan(JenjangRow jenjang, PersenRow persen) => Proporsional(jenjang, persen, BulanSetahun);

    /// <summary>Angka kredit for a part of the year, by the months in the jenjang, rounded once: 2/12 × 100 % × 12,5 is 2,08.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no such months in a year.</exception>
    public static decimal Proporsional(JenjangRow jenjang, PersenRow persen, int bulan)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bulan, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bulan, BulanSetahun);
        return Pembulatan.DuaDesimal(jenjang.Koefisien * persen.Persen * bulan / (100 * BulanSetahun));
    }
}
