namespace SopKinerja.Domain.Scoring.Pp46;

/// <summary>What a nilai kualitas stands for, as a guide for the pejabat penilai (Perka BKN 1/2013, lampiran).</summary>
public static class SkalaKualitas
{
    public static readonly IReadOnlyList<(string Rentang, string Arti)> Rows =
    [
        ("91–100", "Hasil kerja sempurna, tidak ada kesalahan, tidak ada revisi, dan pelayanan di atas standar."),
        ("76–90", "Ada 1–2 kesalahan kecil, tidak ada kesalahan besar, ada revisi, dan pelayanan sesuai standar."),
        ("61–75", "Ada 3–4 kesalahan kecil, tidak ada kesalahan besar, dan pelayanan cukup memenuhi standar."),
        ("51–60", "Ada 5 kesalahan kecil dan ada kesalahan besar, dan pelayanan tidak cukup memenuhi standar."),
        ("50 ke bawah", "Ada lebih dari 5 kesalahan kecil dan ada kesalahan besar, dan pelayanan di bawah standar."),
    ];
}
