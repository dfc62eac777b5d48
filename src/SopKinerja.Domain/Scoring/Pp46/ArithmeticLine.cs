namespace SopKinerja.Domain.Scoring.Pp46;

/// <summary>One line of the arithmetic: what is counted, with whose figures, what comes out, and where the rule is written.</summary>
/// <param name="Words">What is counted.</param>
/// <param name="Formula">The rule with the person's own figures in it.</param>
/// <param name="Value">What comes out, unrounded but for the final figure.</param>
/// <param name="Source">The regulation; see <see cref="Sources"/>.</param>
/// <param name="Note">Why this rule and no other.</param>
public sealed record ArithmeticLine(string Words, string Formula, decimal Value, string Source, string? Note = null)
{
    /// <summary>The value as the screen shows it, or the word for it.</summary>
    public string Result { get; init; } = Shown(Value);

    /// <summary>Two decimals, with "≈" before them where the figure has more.</summary>
    public static string Shown(decimal value) => Pembulatan.IsDuaDesimal(value) ? Angka.Tampil(value) : $"≈{Angka.Tampil(value)}";
}

/// <summary>Where the rules are written. A star says that number or figure were not yet compared with the official text.</summary>
public static class Sources
{
    /// <summary>The formulas of the aspects and of tugas tambahan.</summary>
    public const string Lampiran = "Perka BKN 1/2013, lampiran";

    /// <summary>The figures 3, 6 and 12 for kreativitas.</summary>
    public const string LampiranKreativitas = "Perka BKN 1/2013, lampiran*";

    /// <summary>The average over the positions of who moved within the period.</summary>
    public const string PindahJabatan = "Perka BKN 1/2013, lampiran*";

    /// <summary>The weights of SKP and perilaku kerja.</summary>
    public const string Bobot = "PP 46/2011 pasal 15*";

    /// <summary>Kepemimpinan only for those in jabatan struktural.</summary>
    public const string Kepemimpinan = "PP 46/2011 pasal 12 ayat (2)*";

    /// <summary>The aspects, and biaya only where it is budgeted.</summary>
    public const string Aspek = "PP 46/2011 pasal 7";

    /// <summary>The five words.</summary>
    public const string Sebutan = "PP 46/2011";

    /// <summary>What the star means, for below the table.</summary>
    public const string Bintang = "Tanda *: nomor pasal atau angka ini belum dicocokkan dengan naskah resmi peraturannya.";
}
