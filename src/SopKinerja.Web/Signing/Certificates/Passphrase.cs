using System.Text;
using SopKinerja.Web.Access;

namespace SopKinerja.Web.Signing.Certificates;

/// <summary>What opens a private key. It passes through one request: it is not stored, and no log can print it by accident.</summary>
public sealed class Passphrase(string text)
{
    /// <summary>Shortest that may be chosen, in characters.</summary>
    public const int Shortest = 12;

    // Of what nobody can type into a field.
    private const char Between = '\u001f';

    /// <summary>The whole of which this is one part and the other, held by a second person, the other.</summary>
    public Passphrase With(Passphrase? second) => second is null ? this : new($"{text}{Between}{second.Reveal()}");

    internal bool IsOfTwo => text.Contains(Between, StringComparison.Ordinal);

    internal string Reveal() => text.Normalize(NormalizationForm.FormC);

    /// <summary>Why it may not be chosen, in a sentence for the field; null when it may.</summary>
    /// <param name="own">What is known of the person who chooses it.</param>
    public string? WhyNotChosen(params IEnumerable<string?> own)
    {
        var chosen = Reveal();
        return chosen.Length < Shortest ? $"Frasa sandi paling sedikit {Shortest} karakter. Pakai beberapa kata yang mudah Anda ingat."
            : Guessable.WhyGuessable(chosen, own) is { } why ? $"Frasa sandi {why}"
            : null;
    }

    public override string ToString() => "(frasa sandi)";
}
