using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Imports;

/// <summary>How the pages of a run say what it does.</summary>
/// <param name="Button">"Simpan".</param>
/// <param name="Act">"penyimpanan", in the middle of a sentence.</param>
/// <param name="Passive">"disimpan", after "sedang".</param>
/// <param name="Past">"tersimpan".</param>
/// <param name="Thing">What is counted: "baris".</param>
/// <param name="Run">"Impor", at the beginning of a sentence.</param>
/// <param name="Again">What to do where somebody else was first, as a sentence.</param>
public sealed record RunVerbs(string Button, string Act, string Passive, string Past, string Thing, string Run, string Again)
{
    public static readonly RunVerbs OfSheets = new("Simpan", "penyimpanan", "disimpan", "tersimpan", "baris", "Impor",
        "Periksa berkas sekali lagi, lalu simpan bila isi berkas yang benar.");

    public string Badge => TextRules.Capitalized(Past);

    /// <summary>"12 baris tersimpan".</summary>
    public string Count(int number) => $"{Angka.Ringkas(number)} {Thing} {Past}";
}
