using System.Security.Cryptography;
using SopKinerja.Web.Documents;

namespace SopKinerja.Web.Tests.Documents;

/// <summary>Documents are drawn again for years, so what draws them says which edition it is.</summary>
public sealed class DrawingMarkTests
{
    // Whoever changes on purpose how forms come out raises DrawingMark.Edition, and writes the new digest beside the new tools.
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["1|PDFsharp 6.2.4|24408c6cc868b79c47e7f297dc795f7c0320311a80f7452b197c7b534ea158e6"] =
            "1c4a252322d476bbdd3fccc33a749330a5415b05b989c4a1a93051a5a291e654",
    };

    [Fact]
    public void Whoever_draws_the_same_words_as_other_bytes_is_another_edition()
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (_, form) in ApprovedPicturesTests.Forms.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            all.AppendData(TheEngine.Draw(form()));
        }

        var (tools, drawn) = (DrawingMark.Tools(TheEngine.Built), Convert.ToHexStringLower(all.GetHashAndReset()));
        Assert.True(Known.GetValueOrDefault(tools) == drawn, $"[\"{tools}\"] = \"{drawn}\"");
    }

    [Fact]
    public void Other_words_are_another_mark_and_a_file_without_one_has_none()
    {
        var marks = new[] { SampleForms.Document(3, true), SampleForms.Document(4, true), SampleForms.ForSigning() }
            .Select(form => DrawingMark.Of(form, TheEngine.Built)).ToList();
        Assert.Equal(3, marks.Distinct().Count());
        Assert.Equal(marks[0], DrawingMark.Of(SampleForms.Document(3, true), TheEngine.Built));
        Assert.Null(DrawingMark.In(TheEngine.Draw(SampleForms.Document(3, true))));
    }
}
