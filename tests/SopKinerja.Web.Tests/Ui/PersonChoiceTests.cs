using SopKinerja.Web.Pages;

namespace SopKinerja.Web.Tests.Ui;

public sealed class PersonChoiceTests
{
    [Theory]
    [InlineData("Siti Aisyah, S.E.", "SITI AISYAH, SE", true)]
    [InlineData("Siti Aisyah, S.E.", "Siti Aisyah", true)]
    [InlineData("Nor’aini", "Noraini, S.Pd.", true)]
    [InlineData("Siti Aisyah", "Siti Aisah", false)]
    public void Who_is_read_as_a_namesake_is_told_apart(string one, string other, bool isShared)
    {
        PersonChoice[] people =
        [
            new(1, one, "Bendahara", "Sekretariat", "198807192010012015"), new(2, other, "Bendahara", "UPTD", "199001012015012304"),
        ];

        var words = PersonChoice.Apart(people).Select(p => p.Words).ToList();

        Assert.Equal(
            isShared ? ["Bendahara, Sekretariat, NIP …012015", "Bendahara, UPTD, NIP …012304"] : ["Bendahara", "Bendahara"], words);
    }
}
