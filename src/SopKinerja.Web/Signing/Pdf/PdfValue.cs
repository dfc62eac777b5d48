using System.Text;

namespace SopKinerja.Web.Signing.Pdf;

/// <summary>A value in a PDF file (ISO 32000-1, 7.3), spelled as it was read; one character is one byte (Latin-1).</summary>
internal abstract record PdfValue
{
    public sealed override string ToString()
    {
        var text = new StringBuilder();
        WriteTo(text);
        return text.ToString();
    }

    public abstract void WriteTo(StringBuilder text);

    /// <summary>A space between two characters that would otherwise read as one word.</summary>
    protected static void Part(StringBuilder text, char next)
    {
        const string Delimiters = "()<>[]/ ";
        if (text.Length > 0
            && !Delimiters.Contains(text[^1], StringComparison.Ordinal) && !Delimiters.Contains(next, StringComparison.Ordinal))
        {
            text.Append(' ');
        }
    }

    /// <summary>Whether it says the same, part for part in the same order.</summary>
    public abstract bool IsSameAs(PdfValue? other);
}

/// <summary>A name, number, string, true, false or null.</summary>
internal sealed record PdfAtom(string Raw) : PdfValue
{
    public override bool IsSameAs(PdfValue? other) => other is PdfAtom { Raw: var raw } && raw == Raw;

    public override void WriteTo(StringBuilder text)
    {
        Part(text, Raw[0]);
        text.Append(Raw);
    }
}

/// <summary>"12 0 R".</summary>
internal sealed record PdfReference(int Number) : PdfValue
{
    public override bool IsSameAs(PdfValue? other) => other is PdfReference { Number: var number } && number == Number;

    public override void WriteTo(StringBuilder text)
    {
        Part(text, '0');
        text.Append(Number).Append(" 0 R");
    }
}

internal sealed record PdfArray(IReadOnlyList<PdfValue> Items) : PdfValue
{
    public PdfArray With(PdfValue last) => new([.. Items, last]);

    public override bool IsSameAs(PdfValue? other) => other is PdfArray { Items: var items } && items.Count == Items.Count
        && Items.Zip(items).All(pair => pair.First.IsSameAs(pair.Second));

    public override void WriteTo(StringBuilder text)
    {
        text.Append('[');
        foreach (var item in Items)
        {
            item.WriteTo(text);
        }

        text.Append(']');
    }
}

/// <summary>A dictionary in the order in which it was written; no key stands twice.</summary>
internal sealed record PdfMap(IReadOnlyList<(string Key, PdfValue Value)> Entries) : PdfValue
{
    /// <param name="key">With its stroke: "/Type".</param>
    public PdfValue? this[string key] => Entries.FirstOrDefault(entry => entry.Key == key).Value;

    public bool Is(string key, string name) => this[key] is PdfAtom { Raw: var raw } && raw == name;

    public PdfMap With(string key, PdfValue value) => new([.. Without(key).Entries, (key, value)]);

    public PdfMap Without(params string[] keys) => new([.. Entries.Where(entry => !keys.Contains(entry.Key))]);

    public override bool IsSameAs(PdfValue? other) => other is PdfMap { Entries: var entries } && entries.Count == Entries.Count
        && Entries.Zip(entries).All(pair => pair.First.Key == pair.Second.Key && pair.First.Value.IsSameAs(pair.Second.Value));

    public override void WriteTo(StringBuilder text)
    {
        text.Append("<<");
        foreach (var (key, value) in Entries)
        {
            text.Append(key);
            value.WriteTo(text);
        }

        text.Append(">>");
    }
}

/// <summary>An indirect object; with the packed bytes of its stream, when it has one.</summary>
internal sealed record PdfObject(PdfValue Value, ReadOnlyMemory<byte>? Stream)
{
    /// <exception cref="PdfRefusedException">It is no dictionary.</exception>
    public PdfMap Map => Value as PdfMap ?? throw new PdfRefusedException(PdfFault.Broken, "isinya tidak seperti yang dijanjikan");
}
