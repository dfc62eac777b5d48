using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Addresses;

/// <summary>The keys of what stands behind the question mark of an address: one for each meaning, the same on every list.</summary>
public static class Keys
{
    public const string After = NextPage.Parameter;

    public const string Search = "cari";

    public const string Unit = "unit";

    public const string Period = "periode";

    public const string Part = "bagian";

    public const string State = "keadaan";

    public const string Box = "boks";

    /// <summary>A row of the SOP, by its stage.</summary>
    public const string Stage = "langkah";

    public const string Order = "urut";

    public const string Person = "pegawai";

    public const string From = "dari";

    public const string Year = "tahun";

    public const string Kind = "jenis";

    /// <summary>A unit under which another would go.</summary>
    public const string Above = "ke";

    /// <summary>On which a chart is printed; the screen where there is none.</summary>
    public const string Paper = "kertas";

    public const string Account = "akun";

    public const string Since = "sejak";

    public const string Until = "sampai";

    public const string Dossier = "berkas";

    public const string Plan = "skp";

    public const string Team = "tim";

    public const string Achievement = "capaian";

    /// <summary>Of a file whose content never changes under it.</summary>
    public const string Edition = "v";

    public const string All = "semua";

    public const string Handler = HandlerAddress.Parameter;

    /// <summary>Why signing in came to nothing.</summary>
    public const string Failure = "gagal";

    public const string Return = "returnUrl";
}
