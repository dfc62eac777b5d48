using System.Security.Cryptography;

namespace SopKinerja.Web.Seeding;

/// <summary>A random password for an account of the demo, or a passphrase.</summary>
public static class DemoPassword
{
    private static readonly string[] Syllables =
    [
        "ba", "be", "bu", "da", "di", "du", "ga", "gu", "ja", "ju", "ka", "ki", "ku", "la", "li", "lu",
        "ma", "mi", "mu", "na", "ni", "pa", "pi", "ra", "ri", "ru", "sa", "si", "su", "ta", "ti", "tu",
    ];

    /// <summary>Six syllables and four figures: about 43 bits, and it can be read out over the telephone.</summary>
    public static string New()
    {
        string password;
        do
        {
            password = string.Concat(
                Enumerable.Range(0, 3).Select(_ => string.Concat(RandomNumberGenerator.GetItems<string>(Syllables, 2)) + "-"))
                + RandomNumberGenerator.GetInt32(1000, 10000);
        }
        while (password.Distinct().Count() < 9);

        return password;
    }
}
