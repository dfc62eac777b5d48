using SopKinerja.Domain.Scoring.PermenPanRb6;

namespace SopKinerja.Domain.Periods;

/// <summary>The capaian kinerja organisasi of a unit for a period or a part of it, as somebody set it: one line of a history that only
/// grows. The last one counts.</summary>
public sealed class CapaianUnit
{
    private CapaianUnit()
    {
    }

    public int Id { get; private set; }

    public int UnitKerjaId { get; private set; }

    public int PeriodId { get; private set; }

    /// <summary>0 for the whole period, as with a dossier.</summary>
    public int Bagian { get; private set; }

    /// <summary>1, 2, 3 … within the unit and the part.</summary>
    public int No { get; private set; }

    /// <summary>What it was before; null on the first line.</summary>
    public CapaianOrganisasi? Sebelumnya { get; private set; }

    public CapaianOrganisasi Capaian { get; private set; }

    /// <summary>From what it is known: "LKjIP 2026, nomor 700/12".</summary>
    public string Sumber { get; private set; } = "";

    public DateOnly TanggalSumber { get; private set; }

    /// <summary>Why it was changed; null on the first line.</summary>
    public string? Alasan { get; private set; }

    /// <summary>Null where it was taken over from dossiers of an earlier edition.</summary>
    public int? SetById { get; private set; }

    public string SetByNama { get; private set; } = "";

    /// <summary>In which office: "Kepala Bidang Koperasi", "Plh. Kepala Bidang Koperasi".</summary>
    public string Sebagai { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>Why nothing can be set, as a sentence; null where it can.</summary>
    public static string? WhyNot(Period period, int bagian) =>
        !period.Peraturan.HasPolaDistribusi ? $"{period.Peraturan.Nama} tidak mengenal capaian kinerja organisasi."
        : !period.Bagian().Contains(bagian) ? "Bagian itu tidak ada pada periodenya."
        : null;

    /// <param name="last">The line that counts until now; null where there is none.</param>
    /// <exception cref="ArgumentException">The period knows no such value, nothing is different, or a change has no reason.</exception>
    public static CapaianUnit Set(Period period, int bagian, int unitKerjaId, CapaianUnit? last, CapaianGiven given, CapaianSetBy by)
    {
        if ((WhyNot(period, bagian) ?? WhyNotAfter(last, given)) is { } refusal)
        {
            throw new ArgumentException(refusal, nameof(given));
        }

        return new()
        {
            UnitKerjaId = unitKerjaId,
            PeriodId = period.Id,
            Bagian = bagian,
            No = (last?.No ?? 0) + 1,
            Sebelumnya = last?.Capaian,
            Capaian = given.Capaian,
            Sumber = given.Sumber,
            TanggalSumber = given.TanggalSumber,
            Alasan = last is null ? null : given.Alasan,
            SetById = by.PegawaiId,
            SetByNama = by.Nama,
            Sebagai = by.Sebagai,
            At = by.At,
        };
    }

    /// <summary>What is missing for it to come after that line, as a sentence; null where nothing is.</summary>
    public static string? WhyNotAfter(CapaianUnit? last, CapaianGiven given) =>
        last is null ? null
        : (last.Capaian, last.Sumber, last.TanggalSumber) == (given.Capaian, given.Sumber, given.TanggalSumber)
            ? "Nilai dan sumbernya sama dengan yang sudah ditetapkan, jadi tidak ada yang diubah."
        : string.IsNullOrWhiteSpace(given.Alasan) ? "Alasan perubahan belum diisi."
        : null;
}

/// <param name="Alasan">Why it is changed; not kept where there is nothing to change.</param>
public sealed record CapaianGiven(CapaianOrganisasi Capaian, string Sumber, DateOnly TanggalSumber, string? Alasan);

public sealed record CapaianSetBy(int PegawaiId, string Nama, string Sebagai, DateTimeOffset At);
