using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Addresses;

/// <summary>The keys of what stands behind the question mark of an address: one for each meaning, the same on every list.</summary>
public static class Keys
{
    /// <summary>The last row shown; the list goes on after it.</summary>
    public const string After = NextPage.Parameter;

    /// <summary>A part of a name.</summary>
    public const string Search = "cari";

    public const string Unit = "unit";

    public const string Period = "periode";

    public const string Part = "bagian";

    /// <summary>Where something stands; which words there are, each list says.</summary>
    public const string State = "keadaan";

    public const string Box = "boks";

    public const string Person = "pegawai";

    /// <summary>The rencana with which a tree begins.</summary>
    public const string From = "dari";

    public const string Year = "tahun";

    /// <summary>Which kind of data was changed.</summary>
    public const string Kind = "jenis";

    /// <summary>A unit, or those whom the reader rates.</summary>
    public const string Team = "tim";

    /// <summary>Capaian organisasi, by which a pattern of distribution is chosen.</summary>
    public const string Achievement = "capaian";

    /// <summary>Whether every row of the page is ticked.</summary>
    public const string All = "semua";

    /// <summary>The handler of a page; the framework's word.</summary>
    public const string Handler = "handler";

    /// <summary>Where to go after signing in.</summary>
    public const string Return = "returnUrl";
}
