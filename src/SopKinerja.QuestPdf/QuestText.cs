using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace SopKinerja.QuestPdf;

internal static class QuestText
{
    public static readonly float LineHeight = (float)new TextStyle(Face.Regular, 1).LineHeight;

    public static void Write(
        this IContainer place, string text, TextStyle style, TextAlignment alignment = TextAlignment.Left,
        bool underlined = false) => place.Text(block =>
    {
        switch (alignment)
        {
            case TextAlignment.Centre:
                block.AlignCenter();
                break;
            case TextAlignment.Right:
                block.AlignRight();
                break;
            default:
                block.AlignLeft();
                break;
        }

        block.Span(TextMeasure.Clean(text)).FontSize((float)style.Size).Weight(style).Italic(style.Face == Face.Italic)
            .Underline(underlined);
    });

    private static TextSpanDescriptor Weight(this TextSpanDescriptor span, TextStyle style) =>
        style.Face == Face.Bold ? span.Bold() : span.NormalWeight();
}
