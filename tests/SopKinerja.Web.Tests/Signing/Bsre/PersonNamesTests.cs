using SopKinerja.Web.Signing.Bsre;

namespace SopKinerja.Web.Tests.Signing.Bsre;

/// <summary>One person's name, as registers and certificates write it.</summary>
public sealed class PersonNamesTests
{
    [Theory]
    [InlineData("Drs. H. Ahmad Fauzi Rahman, M.Si.", "AHMAD FAUZI RAHMAN")]
    [InlineData("Dr. Ir. Hj. Siti Nor'aini Rusmaniah, S.T., M.T., IPM, ASEAN Eng.", "SITI NORAINI RUSMANIAH")]
    [InlineData("Prof. Dr. H. Muhammad Arsyad Al-Banjari, S.H., M.H., Ph.D.", "MUHAMMAD ARSYAD AL BANJARI")]
    [InlineData("M. Noor Ipansyah, S.Sos", "MUHAMMAD NOOR IPANSYAH")]
    [InlineData("H.M.Noor Ipansyah, S.Sos., M.A.P.", "Muhammad Noor Ipansyah")]
    [InlineData("drg. Ni Luh Putu Ayu Wulandari, Sp.Ort., M.Kes", "NI LUH PUTU AYU WULANDARI")]
    [InlineData("Ni Lúh Putu Ayu Wulandari", "NI LUH PUTU AYU WULANDARI")]
    [InlineData("apt. Dewi Anggraini, S.Farm., M.Farm.Klin", "DEWI ANGGRAINI, M. FARM. KLIN")]
    [InlineData("Ns. Abd. Rahman Hakim, S. Kep., M.Kep", "ABDUL RAHMAN HAKIM")]
    [InlineData("RUSDIANSYAH S.E M.M", "Rusdiansyah, SE, MM")]
    [InlineData("Akhmad Yani, S.STP., M.Si", "AKHMAD YANI")]
    [InlineData("Gusti Muhammad Hatta Kusuma Wardhana Saputra, A.Md.Kom.", "GUSTI MUHAMMAD HATTA KUSUMA WARDHANA SAPUTRA")]
    [InlineData("Sukarno", "SUKARNO")]
    [InlineData("Nur Aini", "NURAINI")]
    [InlineData("Sri Se", "SRI SE")]
    [InlineData("Maria Magdalena Silalahi, SE.,Ak.,CA", "MARIA MAGDALENA SILALAHI")]
    [InlineData("dr. Budi Santoso Sp.PD-KGH", "BUDI SANTOSO, SP.PD")]
    public void Titles_marks_and_capitals_are_no_part_of_a_name(string register, string certificate) =>
        Assert.True(PersonNames.AreSame(register, certificate), $"{PersonNames.Plain(register)} is not {PersonNames.Plain(certificate)}");

    [Theory]
    [InlineData("Ahmad Fauzi, S.E.", "Ahmad Fauzan, S.E.")]
    [InlineData("Ahmad Fauzi Rahman", "Ahmad Fauzi")]
    [InlineData("Siti Aminah", "Siti Maimunah")]
    [InlineData("Hadi Santoso", "Hadi Susanto")]
    [InlineData("M. Noor", "Noor")]
    [InlineData("Drs. H.", "Dra. Hj.")]
    [InlineData("S.E., M.M.", "Sukarno")]
    [InlineData("", "")]
    [InlineData(null, "Sukarno")]
    [InlineData(", , .", ".")]
    public void Another_name_is_another(string? one, string? other) => Assert.False(PersonNames.AreSame(one, other));

    [Fact]
    public void No_text_is_too_much()
    {
        var random = new Random(20261128);
        var words = new[] { "S.", "E", "Dr.", ",", "H.", "M", "Ahmad", " ", "-", "'", "é", "​", "..", "SPPD", "KGH" };
        for (var i = 0; i < 2000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(200)).Select(_ => words[random.Next(words.Length)]));
            var plain = PersonNames.Plain(text);
            Assert.True(plain == PersonNames.Plain(text.ToUpperInvariant()), text);
        }
    }
}
