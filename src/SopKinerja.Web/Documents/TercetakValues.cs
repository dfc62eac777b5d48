namespace SopKinerja.Web.Documents;

/// <summary>A person as the forms name them; an elected head has no NIP and no pangkat.</summary>
public sealed record PegawaiTercetak(string Nama, string? Nip, string? PangkatGolonganRuang, string Jabatan, string UnitKerja)
{
    /// <summary>Under a signature: "NIP 1980…", or nothing.</summary>
    public string? NipLine => Nip is null ? null : $"NIP {Nip}";
}

/// <summary>One aspect of behaviour; without a score it was not rated (kepemimpinan of those who lead nobody).</summary>
public sealed record PerilakuTercetak(string Aspek, decimal? Nilai, string? Sebutan);

/// <summary>An objection, an answer or a decision, with its date.</summary>
public sealed record CatatanTercetak(string Isi, DateOnly Tanggal);

/// <summary>Who approved electronically, and when; without a certificate.</summary>
public sealed record PersetujuanElektronik(string Nama, DateTimeOffset Pada)
{
    /// <summary>The words on the print; UU ITE and PP 71/2019 want it said that no certificate stands behind it.</summary>
    /// <param name="verb">For example "Disetujui".</param>
    public string Statement(string verb) =>
        $"{verb} secara elektronik oleh {Nama} pada {IndonesianText.Date(Pada)} pukul {IndonesianText.Time(Pada)} "
        + "(tanda tangan elektronik tidak tersertifikasi)";
}

/// <summary>A target or realisasi of one kegiatan.</summary>
public sealed record UkuranTercetak(decimal? Ak, decimal Kuantitas, string SatuanKuantitas, decimal Kualitas, decimal Waktu, string SatuanWaktu, decimal? Biaya);

/// <summary>One kegiatan tugas jabatan with its computed scores.</summary>
public sealed record KegiatanTercetak(string Uraian, UkuranTercetak Target, UkuranTercetak Realisasi, decimal Penghitungan, decimal NilaiCapaian);
