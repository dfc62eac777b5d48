using SopKinerja.Domain.Scoring.PermenPanRb6;

namespace SopKinerja.Domain.Scoring;

/// <summary>The coefficient of one jenjang jabatan fungsional for a whole year.</summary>
public sealed record JenjangRow(string Jenjang, decimal Koefisien);

public sealed record PersenRow(PredikatKinerja Predikat, decimal Persen);

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

    /// <summary>Angka kredit for the year, two decimals, half up: 28,125 becomes 28,13.</summary>
    public static decimal Tahunan(JenjangRow jenjang, PersenRow persen) => Proporsional(jenjang, persen, BulanSetahun);

    /// <summary>Angka kredit for a part of the year, by the months in the position, rounded once: 2/12 × 100 % × 12,5 is 2,08.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no such months in a year.</exception>
    public static decimal Proporsional(JenjangRow jenjang, PersenRow persen, int bulan)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bulan, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bulan, BulanSetahun);
        return Pembulatan.DuaDesimal(jenjang.Koefisien * persen.Persen * bulan / (100 * BulanSetahun));
    }
}
