namespace SopKinerja.Domain;

/// <summary>How Indonesian sentences are put together from words that people wrote.</summary>
public static class Sentences
{
    /// <summary>With a full stop at its end, where it has no sign that ends a sentence already, as names with a degree do:
    /// "Rina Marlina, S.E.". A sign that only parts sentences makes way for it.</summary>
    public static string End(string text)
    {
        var trimmed = text.TrimEnd().TrimEnd(';', ':', ',', '-', '–', '—', ' ');
        return trimmed.Length > 0 && ".!?…".Contains(trimmed[^1]) ? trimmed : trimmed + ".";
    }
}
