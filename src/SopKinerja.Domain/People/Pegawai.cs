namespace SopKinerja.Domain.People;

/// <summary>A person who is rated or rates: a civil servant of the dinas, or a superior outside it (Sekda, Bupati).</summary>
public sealed class Pegawai
{
    private Pegawai()
    {
    }

    public Pegawai(string? nip, BiodataPegawai biodata)
    {
        Nip = nip;
        Change(nip, biodata);
    }

    public int Id { get; private set; }

    /// <summary>18 digits; null for an elected official, who has none.</summary>
    public string? Nip { get; private set; }

    public string Nama { get; private set; } = "";

    /// <summary>Code of <see cref="People.Golongan"/>; null for an elected official.</summary>
    public string? Golongan { get; private set; }

    public string Jabatan { get; private set; } = "";

    public JenisJabatan JenisJabatan { get; private set; }

    /// <summary>Name of a row of <see cref="Scoring.AngkaKredit.Jenjang"/>; null for every other position than jabatan fungsional, and
    /// while unknown.</summary>
    public string? Jenjang { get; private set; }

    /// <summary>Terhitung mulai tanggal: since when in the position; null while unknown.</summary>
    public DateOnly? TmtJabatan { get; private set; }

    /// <summary>Nomor seri kartu pegawai; null while unknown.</summary>
    public string? Karpeg { get; private set; }

    /// <summary>The day and the sex stand in the <see cref="Nip"/>.</summary>
    public string? TempatLahir { get; private set; }

    public DateOnly? TmtPangkat { get; private set; }

    public decimal? PakAngkaKredit { get; private set; }

    public string? PakNomor { get; private set; }

    public DateOnly? PakTanggal { get; private set; }

    public DateOnly? PakSampai { get; private set; }

    /// <summary>With what this program begins to count; null for someone without a PAK.</summary>
    public PakTerakhir? Pak => (PakAngkaKredit, PakNomor, PakTanggal, PakSampai) is ({ } angka, { } nomor, { } tanggal, { } sampai)
        ? new(angka, nomor, tanggal, sampai)
        : null;

    public string? PendelegasianNomor { get; private set; }

    public DateOnly? PendelegasianTanggal { get; private set; }

    /// <summary>The letter that lets someone below pengawas rate others; null for someone without one.</summary>
    public Pendelegasian? Pendelegasian =>
        (PendelegasianNomor, PendelegasianTanggal) is ({ } nomor, { } tanggal) ? new(nomor, tanggal) : null;

    /// <summary>The unit worked in; null for a superior outside the dinas.</summary>
    public int? UnitKerjaId { get; private set; }

    public UnitKerja? UnitKerja { get; private set; }

    /// <summary>The pejabat penilai (atasan langsung); null for the head of the chain.</summary>
    public int? AtasanId { get; private set; }

    public Pegawai? Atasan { get; private set; }

    public bool IsActive { get; private set; } = true;

    public uint Version { get; private set; }

    public JenisAsn Jenis => People.Nip.JenisOf(Nip);

    /// <summary>Whether the jabatan is struktural, so that kepemimpinan is rated.</summary>
    public bool IsStruktural => JenisJabatan is JenisJabatan.PimpinanTinggi or JenisJabatan.Administrator or JenisJabatan.Pengawas;

    /// <summary>The kinds of jabatan whose holders rate others without a delegation: pengawas and above (PermenPANRB 6/2022, not yet
    /// compared).</summary>
    public static readonly IReadOnlyList<JenisJabatan> JenisJabatanPenilai =
        [JenisJabatan.PimpinanTinggi, JenisJabatan.Administrator, JenisJabatan.Pengawas];

    /// <summary>Whether nothing is missing for rating others; an elected official needs no delegation.</summary>
    public bool MayRate => Nip is null || Pendelegasian is not null || JenisJabatanPenilai.Contains(JenisJabatan);

    /// <summary>Another pejabat penilai, and nothing else.</summary>
    public void PutBelow(int? atasanId) => AtasanId = atasanId;

    public void Leave() => IsActive = false;

    public void Change(string? nip, BiodataPegawai biodata)
    {
        Nip = nip;
        Nama = biodata.Nama;
        Golongan = biodata.Golongan;
        Jabatan = biodata.Jabatan;
        JenisJabatan = biodata.JenisJabatan;
        Jenjang = biodata.Jenjang;
        TmtJabatan = biodata.TmtJabatan;
        Karpeg = biodata.Karpeg;
        TempatLahir = biodata.TempatLahir;
        TmtPangkat = biodata.TmtPangkat;
        (PakAngkaKredit, PakNomor, PakTanggal, PakSampai) =
            (biodata.Pak?.AngkaKredit, biodata.Pak?.Nomor, biodata.Pak?.Tanggal, biodata.Pak?.Sampai);
        (PendelegasianNomor, PendelegasianTanggal) = (biodata.Pendelegasian?.Nomor, biodata.Pendelegasian?.Tanggal);
        UnitKerjaId = biodata.UnitKerjaId;
        AtasanId = biodata.AtasanId;
        IsActive = biodata.IsActive;
    }
}

public sealed record BiodataPegawai(
    string Nama, string? Golongan, string Jabatan, JenisJabatan JenisJabatan, int? UnitKerjaId, int? AtasanId, bool IsActive = true,
    string? Jenjang = null, DateOnly? TmtJabatan = null)
{
    public string? Karpeg { get; init; }

    public string? TempatLahir { get; init; }

    public DateOnly? TmtPangkat { get; init; }

    public PakTerakhir? Pak { get; init; }

    public Pendelegasian? Pendelegasian { get; init; }
}

public sealed record Pendelegasian(string Nomor, DateOnly Tanggal)
{
    /// <summary>"800/12 tanggal 2 Januari 2026".</summary>
    public override string ToString() => $"{Nomor} tanggal {Domain.Tanggal.Tampil(Tanggal)}";
}

/// <summary>Penetapan angka kredit (PAK): what was set before this program counts on.</summary>
/// <param name="AngkaKredit">Kumulatif, as it stands on the paper.</param>
/// <param name="Sampai">The end of its masa penilaian: months up to this one are in it.</param>
public sealed record PakTerakhir(decimal AngkaKredit, string Nomor, DateOnly Tanggal, DateOnly Sampai);

/// <summary>A jenjang that was held from a day to a day, both included.</summary>
public sealed record MasaJenjang(string Jenjang, DateOnly Mulai, DateOnly Selesai);

/// <summary>Kinds of position (UU 5/2014 pasal 13 and following).</summary>
public enum JenisJabatan
{
    PimpinanTinggi,
    Administrator,
    Pengawas,
    Fungsional,
    Pelaksana,
}

public sealed class UnitKerja
{
    private UnitKerja()
    {
    }

    public UnitKerja(string kode, string nama, int? indukId) => Change(kode, nama, indukId, isActive: true);

    public int Id { get; private set; }

    public string Kode { get; private set; } = "";

    public string Nama { get; private set; } = "";

    public int? IndukId { get; private set; }

    public UnitKerja? Induk { get; private set; }

    public bool IsActive { get; private set; } = true;

    public uint Version { get; private set; }

    public void Change(string kode, string nama, int? indukId, bool isActive)
    {
        Kode = kode;
        Nama = nama;
        IndukId = indukId;
        IsActive = isActive;
    }
}
