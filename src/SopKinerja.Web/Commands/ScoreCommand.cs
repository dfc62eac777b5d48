using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using System.Text.Json;
using SopKinerja.Domain.Scoring.Cases;

namespace SopKinerja.Web.Commands;

/// <summary>Command "score": reads a JSON array of cases and writes an array of their results.</summary>
public static class ScoreCommand
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        // The output goes to a terminal or a file, never into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Exit code 0 when every case was scored, 1 when a case was unusable, 2 when the input is no JSON array.</summary>
    /// <param name="error">One sentence, for exit code 2.</param>
    public static int Run(TextReader input, TextWriter output, TextWriter error, TimeProvider? clock = null)
    {
        using var cases = Parse(input.ReadToEnd());
        if (cases is null || cases.RootElement.ValueKind != JsonValueKind.Array)
        {
            error.WriteLine("Masukan harus satu larik (array) JSON berisi kasus.");
            return 2;
        }

        var today = Tanggal.DiWita((clock ?? TimeProvider.System).GetUtcNow());
        var answers = new JsonArray([.. cases.RootElement.EnumerateArray().Select(one => Answer(one, today))]);
        output.WriteLine(answers.ToJsonString(Readable));
        output.Flush();
        return answers.Any(answer => answer!["error"] is not null) ? 1 : 0;
    }

    private static JsonDocument? Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text.TrimStart('\ufeff'));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonObject Answer(JsonElement one, DateOnly today)
    {
        JsonNode? id = null;
        try
        {
            id = CaseScorer.IdOf(one);
            var result = CaseScorer.Score(one, today);
            return new() { ["id"] = id, ["result"] = result };
        }
        catch (CaseException unusable)
        {
            return new() { ["id"] = id, ["error"] = unusable.Message };
        }
    }
}
