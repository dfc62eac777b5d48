using System.Text.Json.Nodes;
using SopKinerja.Web.Commands;

namespace SopKinerja.Web.Tests.Commands;

public sealed class ScoreCommandTests
{
    private const string Usable = """{"id":"TT4","kind":"pp46_tugas_tambahan","inputs":{"jumlah":4}}""";

    [Fact]
    public void Every_case_gets_its_result_under_its_own_id()
    {
        var (code, output, error) = Run($$"""[{{Usable}}, {"id":7,"kind":"pp46_sebutan","inputs":{"nilai":"90.5"},"note":"é"}]""");

        Assert.Equal((0, ""), (code, error));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""[{"id":"TT4","result":{"nilai":2}},{"id":7,"result":{"sebutan":"Baik"}}]"""), JsonNode.Parse(output)), output);
        Assert.EndsWith("]" + Environment.NewLine, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"x","kind":"pp46_tugas_tambahan","inputs":{"jumlah":-4}}""", "\"x\"", "jumlah")]
    [InlineData("""{"id":"x","kind":"pp46_tugas_tambahan"}""", "\"x\"", "inputs")]
    [InlineData("""{"id":"x","kind":"pp46_tugas_tambahan","inputs":{}}""", "\"x\"", "jumlah")]
    [InlineData("""{"id":"x","kind":"apa","inputs":{}}""", "\"x\"", "kind")]
    [InlineData("""{"id":"x","inputs":{}}""", "\"x\"", "kind")]
    [InlineData("""{"id":null,"kind":"pp46_tugas_tambahan","inputs":{"jumlah":4}}""", "null", "id")]
    [InlineData("""{"id":"","kind":"pp46_tugas_tambahan","inputs":{"jumlah":4}}""", "null", "id")]
    [InlineData("""{"id":[1],"kind":"pp46_tugas_tambahan","inputs":{"jumlah":4}}""", "null", "id")]
    [InlineData("""{"id":"\ud800","kind":"pp46_tugas_tambahan","inputs":{"jumlah":4}}""", "null", "id")]
    [InlineData("""{"kind":"pp46_tugas_tambahan","inputs":{"jumlah":4}}""", "null", "id")]
    [InlineData("null", "null", "Kasus")]
    [InlineData("\"teks\"", "null", "Kasus")]
    public void One_unusable_case_is_told_and_the_others_are_still_scored(string unusable, string id, string field)
    {
        var (code, output, _) = Run($"[{unusable}, {Usable}]");

        var answers = JsonNode.Parse(output)!.AsArray();
        Assert.Equal(1, code);
        Assert.Equal(["id", "error"], answers[0]!.AsObject().Select(p => p.Key));
        Assert.Equal(id, answers[0]!["id"]?.ToJsonString() ?? "null");
        Assert.StartsWith(field, answers[0]!["error"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(2, answers[1]!["result"]!["nilai"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("bukan json")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1,")]
    [InlineData("[] []")]
    public void Input_that_is_no_array_is_refused_in_one_sentence(string input)
    {
        var (code, output, error) = Run(input);

        Assert.Equal((2, ""), (code, output));
        Assert.Equal("Masukan harus satu larik (array) JSON berisi kasus." + Environment.NewLine, error);
    }

    [Fact]
    public void An_empty_array_gives_an_empty_array_and_a_byte_order_mark_is_no_obstacle() =>
        Assert.Equal((0, "[]" + Environment.NewLine, ""), Run("\ufeff[]"));

    [Fact]
    public void Words_stay_readable_in_the_output()
    {
        var (_, output, _) = Run("""[{"id":"N","kind":"nip","inputs":{"nip":"196610021990131002"}},{"id":"é<>","kind":"x"}]""");

        Assert.Contains("PPPK code (>=21)", output, StringComparison.Ordinal);
        Assert.Contains("é<>", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_NIP_is_judged_by_the_date_in_Paringin()
    {
        const string Appointed = """[{"id":"N","kind":"nip","inputs":{"nip":"200006032026121001"}}]""";

        Assert.Contains("false", Run(Appointed, new(2026, 11, 30, 15, 59, 0, TimeSpan.Zero)).Output, StringComparison.Ordinal);
        Assert.Contains("true", Run(Appointed, new(2026, 11, 30, 16, 0, 0, TimeSpan.Zero)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_SOP_is_printed_as_it_is_written()
    {
        using var output = new StringWriter();

        Assert.Equal(0, PrintSopCommand.Run(output));
        Assert.Equal(Domain.Sop.SopMarkdown.Write(), output.ToString());
    }

    private static (int Code, string Output, string Error) Run(string input, DateTimeOffset? now = null)
    {
        using var reader = new StringReader(input);
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = ScoreCommand.Run(reader, output, error, new Standing(now ?? new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero)));
        return (code, output.ToString(), error.ToString());
    }

    private sealed class Standing(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
