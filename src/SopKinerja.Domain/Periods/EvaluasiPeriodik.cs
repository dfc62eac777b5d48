namespace SopKinerja.Domain.Periods;

/// <summary>How often a person is evaluated within the year (PermenPANRB 6/2022): the instansi chooses one.</summary>
public enum KalaEvaluasi
{
    Bulanan,
    Triwulanan,
}

/// <summary>One part of a period, evaluated by itself.</summary>
/// <param name="Nama">"Triwulan I", "Januari"; the last one "Triwulan IV-Akhir".</param>
public sealed record BagianPeriode(string Nama, DateOnly Mulai, DateOnly Selesai, bool IsFinal);

public static class EvaluasiPeriodik
{
    private static readonly string[] Triwulan = ["Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV"];

    /// <summary>Calendar months or quarters, cut off where the period begins and ends; with the year in the name where it spans
    /// several.</summary>
    /// <exception cref="ArgumentException">The period ends before it begins.</exception>
    public static IReadOnlyList<BagianPeriode> Parts(DateOnly mulai, DateOnly selesai, KalaEvaluasi kala)
    {
        if (selesai < mulai)
        {
            throw new ArgumentException("The period ends before it begins.", nameof(selesai));
        }

        var parts = new List<BagianPeriode>();
        for (var from = mulai; ;)
        {
            var end = EndOf(from, kala);
            var isFinal = end >= selesai;
            var nama = mulai.Year == selesai.Year ? Nama(from, kala) : $"{Nama(from, kala)} {from.Year}";
            parts.Add(new(isFinal ? $"{nama}-Akhir" : nama, from, isFinal ? selesai : end, isFinal));
            if (isFinal)
            {
                return parts;
            }

            from = end.AddDays(1);
        }
    }

    /// <summary>The part with a dossier's number, 0 being the last one; null where only the whole is evaluated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such part.</exception>
    public static BagianPeriode? Part(IReadOnlyList<BagianPeriode> parts, int bagian) => (parts, bagian) switch
    {
        ([], 0) => null,
        ([.., var last], 0) => last,
        _ when bagian > 0 && bagian < parts.Count => parts[bagian - 1],
        _ => throw new ArgumentOutOfRangeException(nameof(bagian)),
    };

    /// <summary>"Tahun 2026, Triwulan I", or "Tahun 2026" where only the whole is evaluated; a position that was left is evaluated as one,
    /// whatever parts the period has.</summary>
    /// <param name="post">Above 0 for a position that was left within the period.</param>
    public static string NamaBagian(string periode, IReadOnlyList<BagianPeriode> parts, int bagian, int post) =>
        post > 0 ? $"{periode} (jabatan sebelumnya)" : Part(parts, bagian) is { } part ? $"{periode}, {part.Nama}" : periode;

    private static DateOnly EndOf(DateOnly day, KalaEvaluasi kala)
    {
        var month = kala == KalaEvaluasi.Bulanan ? day.Month : ((day.Month + 2) / 3) * 3;
        return new(day.Year, month, DateTime.DaysInMonth(day.Year, month));
    }

    private static string Nama(DateOnly day, KalaEvaluasi kala) =>
        kala == KalaEvaluasi.Bulanan ? Tanggal.Bulan(day) : Triwulan[(day.Month - 1) / 3];
}
