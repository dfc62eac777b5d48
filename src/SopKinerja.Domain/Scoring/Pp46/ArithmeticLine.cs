namespace SopKinerja.Domain.Scoring.Pp46;

/// <summary>One line of the arithmetic: what is counted, with whose figures, what comes out, and where the rule is written.</summary>
/// <param name="Value">What comes out, unrounded but for the final figure.</param>
public sealed record ArithmeticLine(string Words, string Formula, decimal Value, string Source, string? Note = null)
{
    public string Result { get; init; } = Shown(Value);

    public static string Shown(decimal value) => Pembulatan.IsDuaDesimal(value) ? Angka.Tampil(value) : $"≈{Angka.Tampil(value)}";
}

/// <summary>Where the rules are written. A star says that number or figure were not yet compared with the official text.</summary>
public static class Sources
{
    public const string Lampiran = "Perka BKN 1/2013, lampiran";

    /// <summary>The figures 3, 6 and 12 for kreativitas.</summary>
    public const string LampiranKreativitas = "Perka BKN 1/2013, lampiran*";

    public const string PindahJabatan = "Perka BKN 1/2013, lampiran*";

    public const string TugasBelajar = "tanya jawab kantor regional BKN*";

    public const string Bobot = "PP 46/2011 pasal 15*";

    public const string Kepemimpinan = "PP 46/2011 pasal 12 ayat (2)*";

    public const string Aspek = "PP 46/2011 pasal 7";

    public const string Sebutan = "PP 46/2011";

    public const string Bintang = "Tanda *: nomor pasal atau angka ini belum dicocokkan dengan naskah resmi peraturannya.";
}
