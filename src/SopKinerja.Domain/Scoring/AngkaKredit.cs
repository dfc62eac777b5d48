using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Scoring.Pp46;

namespace SopKinerja.Domain.Scoring;

/// <summary>The coefficient of one jenjang jabatan fungsional for a whole year.</summary>
public sealed record JenjangRow(string Jenjang, decimal Koefisien);

/// <summary>The share of the coefficient that a predikat earns.</summary>
public sealed record PersenRow(PredikatKinerja Predikat, decimal Persen);

/// <summary>Angka kredit of one year: koefisien × persen of the predikat (PermenPANRB 1/2023).</summary>
public static class AngkaKredit
{
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
    public static decimal Tahunan(JenjangRow jenjang, PersenRow persen) => Pembulatan.DuaDesimal(jenjang.Koefisien * persen.Persen / 100);
}
