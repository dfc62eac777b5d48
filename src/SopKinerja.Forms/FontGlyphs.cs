using System.Buffers.Binary;

namespace SopKinerja.Forms;

/// <summary>Which characters a TrueType font can draw (OpenType, cmap format 4).</summary>
internal sealed class FontGlyphs
{
    private readonly int[] _glyphs = new int[char.MaxValue + 1];

    private readonly char[] _firstOf = new char[char.MaxValue + 1];

    /// <exception cref="InvalidDataException">The font has no table for Unicode characters.</exception>
    public FontGlyphs(byte[] font)
    {
        var map = Characters(font);
        var segments = Word(map, 6) / 2;
        var starts = 16 + (segments * 2);
        for (var i = 0; i < segments; i++)
        {
            var (first, last) = (Word(map, starts + (i * 2)), Word(map, 14 + (i * 2)));
            var delta = Word(map, starts + ((segments + i) * 2));
            var offsetAt = starts + (((2 * segments) + i) * 2);
            var offset = Word(map, offsetAt);
            for (int character = first; character <= last; character++)
            {
                var glyph = offset == 0 ? character : Word(map, offsetAt + offset + ((character - first) * 2));
                _glyphs[character] = glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
            }
        }

        for (int character = char.MaxValue; character > 0; character--)
        {
            _firstOf[_glyphs[character]] = (char)character;
        }
    }

    public bool Knows(char character) => _glyphs[character] != 0;

    /// <summary>Whether another character before this one is drawn the same: a reader of the file takes one for the other.</summary>
    public bool IsDrawnAsAnother(char character) => Knows(character) && _firstOf[_glyphs[character]] != character;

    private static ReadOnlySpan<byte> Characters(byte[] font)
    {
        var cmap = Table(font, "cmap"u8);
        for (var i = 0; i < Word(cmap, 2); i++)
        {
            var record = cmap[(4 + (i * 8))..];
            if (Word(record, 0) == 3 && Word(record, 2) == 1)
            {
                return cmap[(int)BinaryPrimitives.ReadUInt32BigEndian(record[4..])..];
            }
        }

        throw new InvalidDataException("The font has no Unicode character map.");
    }

    private static ReadOnlySpan<byte> Table(ReadOnlySpan<byte> font, ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < Word(font, 4); i++)
        {
            var record = font[(12 + (i * 16))..];
            if (record.StartsWith(name))
            {
                return font[(int)BinaryPrimitives.ReadUInt32BigEndian(record[8..])..];
            }
        }

        throw new InvalidDataException("The font has no character map.");
    }

    private static ushort Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
}
