namespace SopKinerja.Domain.People;

/// <summary>Golongan ruang of a PNS with its pangkat, or golongan of a PPPK, which has no pangkat.</summary>
public static class Golongan
{
    public static readonly IReadOnlyList<(string Kode, string Pangkat)> Pns =
    [
        ("I/a", "Juru Muda"),
        ("I/b", "Juru Muda Tingkat I"),
        ("I/c", "Juru"),
        ("I/d", "Juru Tingkat I"),
        ("II/a", "Pengatur Muda"),
        ("II/b", "Pengatur Muda Tingkat I"),
        ("II/c", "Pengatur"),
        ("II/d", "Pengatur Tingkat I"),
        ("III/a", "Penata Muda"),
        ("III/b", "Penata Muda Tingkat I"),
        ("III/c", "Penata"),
        ("III/d", "Penata Tingkat I"),
        ("IV/a", "Pembina"),
        ("IV/b", "Pembina Tingkat I"),
        ("IV/c", "Pembina Utama Muda"),
        ("IV/d", "Pembina Utama Madya"),
        ("IV/e", "Pembina Utama"),
    ];

    public static readonly IReadOnlyList<string> Pppk =
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII"];

    public static bool Exists(JenisAsn jenis, string kode) =>
        jenis == JenisAsn.Pppk ? Pppk.Contains(kode) : Pns.Any(g => g.Kode == kode);

    /// <summary>The code of a golongan ruang as <see cref="Tampil"/> shows it; null for anything else.</summary>
    public static string? KodeOf(string? tampil) => Pns.Select(g => g.Kode).FirstOrDefault(kode => Tampil(kode) == tampil);

    /// <summary>"Pembina Utama Muda (IV/c)" for a PNS, "Golongan IX" for a PPPK.</summary>
    public static string Tampil(string kode) =>
        Pns.FirstOrDefault(g => g.Kode == kode) is { Pangkat: { } pangkat } ? $"{pangkat} ({kode})" : $"Golongan {kode}";
}
