using SopKinerja.Domain.Calendar;

namespace SopKinerja.Web.Settings;

/// <summary>The dinas as its letterhead names it; section "Dinas" of the configuration.</summary>
public sealed class DinasSettings
{
    public string Nama { get; set; } = "Dinas Koperasi, Usaha Kecil dan Menengah, Perindustrian dan Perdagangan";

    public string NamaPendek { get; set; } = "DKUKMPP";

    public string Pemerintah { get; set; } = "Pemerintah Kabupaten Balangan";

    public string Alamat { get; set; } = "Jl. Ahmad Yani Km 4,5 Kel. Batu Piring Kec. Paringin Selatan Kode Pos 71662";

    public string Tempat { get; set; } = "Paringin";

    /// <summary>Where people reach the program, for the QR codes on documents: "http://sopkinerja.example.go.id"; outside the demo nothing
    /// is issued while it is empty.</summary>
    public string AlamatAplikasi { get; set; } = "";

    /// <summary>Which days count until the last day to object: no source says working days, so calendar days unless the dinas says
    /// so.</summary>
    /// <exception cref="StartRefusedException">When it is read: there is no such kind of day.</exception>
    public string HariKeberatan { get; set; } = "kalender";

    public DayKind ObjectionDays => HariKeberatan.Trim().ToLowerInvariant() switch
    {
        "" or "kalender" => DayKind.Calendar,
        "kerja" => DayKind.Working,
        _ => throw new StartRefusedException(
            $"Setelan Dinas__HariKeberatan berisi “{HariKeberatan}”. Yang dikenal: kalender, kerja."),
    };

    /// <summary>Klasifikasi arsip of SKP and its measurement (Permendagri 83/2022).</summary>
    public string KodeKlasifikasi { get; set; } = "800.1.4.4";
}
