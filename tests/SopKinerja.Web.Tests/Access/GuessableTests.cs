using SopKinerja.Web.Access;
using SopKinerja.Web.Seeding;

namespace SopKinerja.Web.Tests.Access;

public sealed class GuessableTests
{
    private static readonly string?[] Own = ["juru", "Supian Noor", "198711282014021004", null];

    [Theory]
    [InlineData("bismillah123", "kata atau nama")]
    [InlineData("Kalimantan2026", "kata atau nama")]
    [InlineData("iloveyou1234", "kata atau nama")]
    [InlineData("28-11-1987-28", "tanggal")]
    [InlineData("28111987 noor", "kata atau nama")]
    [InlineData("supiannoor1987", "kata atau nama")]
    [InlineData("SupianNoor!!!", "kata atau nama")]
    [InlineData("198711282014021004", "kata atau nama")]
    [InlineData("DKUKMPP-Balangan-1", "kata atau nama")]
    [InlineData("qwertyuiop[]", "qwerty")]
    [InlineData("123456789012", "1234")]
    [InlineData("abcabcabcabc", "")]
    [InlineData("aaaaaaaaaaaaaaaa", "mengulang")]
    [InlineData("P@ssw0rd12345", "kata atau nama")]
    [InlineData("AgustusMerdeka45", "kata atau nama")]
    [InlineData("sayangmama99", "kata atau nama")]
    public void What_people_try_first_is_refused_and_why(string secret, string reason)
    {
        var sentence = Guessable.WhyGuessable(secret, Own);
        Assert.NotNull(sentence);
        Assert.StartsWith("terlalu mudah ditebak", sentence, StringComparison.Ordinal);
        Assert.Contains(reason, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sepeda tua lewat jembatan kayu")]
    [InlineData("tujuh gerobak menanam rambutan")]
    [InlineData("Xk9$vmQ2!rTz")]
    [InlineData("warung-lidah-panci-payung")]
    public void What_nobody_tries_is_taken(string secret) => Assert.Null(Guessable.WhyGuessable(secret, Own));

    [Fact]
    public void The_passwords_that_the_program_makes_are_taken() =>
        Assert.All(Enumerable.Range(0, 200), _ => Assert.Null(Guessable.WhyGuessable(DemoPassword.New(), Own)));
}
