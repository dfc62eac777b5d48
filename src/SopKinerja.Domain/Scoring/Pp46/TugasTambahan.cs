namespace SopKinerja.Domain.Scoring.Pp46;

/// <summary>A task besides the kegiatan tugas jabatan, shown by a surat keterangan of the pejabat penilai.</summary>
public sealed record TugasTambahan(string Uraian, string? NomorSurat)
{
    /// <summary>Nilai for a number of tasks in one year: 1–3 → 1, 4–6 → 2, 7 and more → 3 (Perka BKN 1/2013, lampiran).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static int Nilai(int jumlah)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(jumlah);
        return jumlah switch
        {
            0 => 0,
            <= 3 => 1,
            <= 6 => 2,
            _ => 3,
        };
    }
}

public sealed record Kreativitas(string Uraian, ManfaatKreativitas Manfaat, string? NomorSurat);

/// <summary>For whom a creation is of use; the value is the nilai (Perka BKN 1/2013, lampiran).</summary>
public enum ManfaatKreativitas
{
    UnitKerja = 3,

    Organisasi = 6,

    Negara = 12,
}
