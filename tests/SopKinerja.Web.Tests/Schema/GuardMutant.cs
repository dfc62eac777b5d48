using System.Text.RegularExpressions;
using Npgsql;

namespace SopKinerja.Web.Tests.Schema;

/// <summary>
/// One guard of the database made weaker, to see whether a test notices: a trigger taken off, or one part of a condition under which a
/// function refuses. <c>bash eng/mutate.sh guards</c> tries each in turn; without the variable below nothing here runs.
/// </summary>
internal sealed partial record GuardMutant(string Name, string Sql)
{
    /// <summary>The number of the mutant, from 0, or how its name begins.</summary>
    private const string Variable = "SOP_GUARD_MUTANT";

    /// <summary>A file to write the count of all mutants to, a tab, and what this one is.</summary>
    private const string ReportVariable = "SOP_GUARD_MUTANT_REPORT";

    /// <summary>Makes the guard weaker that the environment names, in a database that has just been migrated.</summary>
    public static async Task ApplyAsync(string connectionString)
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } number)
        {
            return;
        }

        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        var all = await AllAsync(connection);
        var mutant = int.TryParse(number, out var n) ? all.ElementAtOrDefault(n)
            : all.FirstOrDefault(m => m.Name.StartsWith(number, StringComparison.Ordinal));
        if (mutant is null)
        {
            throw new InvalidOperationException($"There are {all.Count} guards to make weaker; there is no {number}.");
        }

        await using (var command = new NpgsqlCommand(mutant.Sql, connection))
        {
            await command.ExecuteNonQueryAsync();
        }

        // Only what was applied can have been noticed.
        if (Environment.GetEnvironmentVariable(ReportVariable) is { Length: > 0 } report)
        {
            await File.WriteAllTextAsync(report, $"{all.Count}\t{mutant.Name}\n");
        }
    }

    internal static async Task<IReadOnlyList<GuardMutant>> AllAsync(NpgsqlConnection connection)
    {
        List<GuardMutant> all = [];
        await using (var triggers = new NpgsqlCommand(
            "select tgname, tgrelid::regclass::text from pg_trigger where not tgisinternal order by 2, 1", connection))
        await using (var reader = await triggers.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                var (name, table) = (reader.GetString(0), reader.GetString(1));
                all.Add(new($"trigger {name} of {table}", $"drop trigger {name} on {table}"));
            }
        }

        await using var functions = new NpgsqlCommand(
            "select proname, pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace and prolang = "
            + "(select oid from pg_language where lanname = 'plpgsql') order by 1", connection);
        await using var definitions = await functions.ExecuteReaderAsync();
        while (await definitions.ReadAsync())
        {
            var (name, text) = (definitions.GetString(0), definitions.GetString(1));
            all.AddRange(Weaker(text).Select(w => new GuardMutant(
                $"{name}: {Blanks().Replace(text[w.Start..w.End], " ")} -> {w.By}", text[..w.Start] + w.By + text[w.End..])));
        }

        return all;
    }

    /// <summary>The places at which a function can refuse less, with what stands there instead.</summary>
    internal static IEnumerable<(int Start, int End, string By)> Weaker(string text) =>
        Refusals().Matches(text).Select(m => m.Groups["condition"]).SelectMany(c => Of(text, c.Index, c.Index + c.Length, refuses: true)
            .Prepend((c.Index, c.Index + c.Length, "false"))).Distinct();

    // What refuses gets weaker by an operand of "or" that is false; what excuses, by one of "and" that is true.
    private static IEnumerable<(int, int, string)> Of(string text, int start, int end, bool refuses)
    {
        foreach (var word in (string[])["or", "and"])
        {
            var parts = Split(text, start, end, word);
            if (parts.Count == 1)
            {
                continue;
            }

            foreach (var (from, to) in parts)
            {
                if (word == (refuses ? "or" : "and"))
                {
                    yield return (from, to, refuses ? "false" : "true");
                }

                foreach (var inner in Of(text, from, to, refuses))
                {
                    yield return inner;
                }
            }

            yield break;
        }

        var one = text[start..end];
        if (Negated().Match(one) is { Success: true } not)
        {
            foreach (var inner in Of(text, start + not.Length, end, !refuses))
            {
                yield return inner;
            }
        }
        else if (one.StartsWith('(') && Closing(text, start) == end - 1)
        {
            var (from, to) = Trimmed(text, start + 1, end - 1);
            foreach (var inner in Of(text, from, to, refuses))
            {
                yield return inner;
            }
        }
    }

    private static List<(int, int)> Split(string text, int start, int end, string word)
    {
        List<(int, int)> parts = [];
        var (from, depth, between) = (start, 0, false);
        foreach (Match token in Tokens().Matches(text[..end], start))
        {
            switch (token.Value)
            {
                case "(" or "case":
                    depth++;
                    break;
                case ")" or "end":
                    depth--;
                    break;
                case "between" when depth == 0:
                    between = true;
                    break;
                case "and" when depth == 0 && between:
                    between = false;
                    break;
                default:
                    if (depth == 0 && token.Value == word)
                    {
                        parts.Add(Trimmed(text, from, token.Index));
                        from = token.Index + word.Length;
                    }

                    break;
            }
        }

        parts.Add(Trimmed(text, from, end));
        return parts;
    }

    private static int Closing(string text, int open)
    {
        var depth = 0;
        foreach (Match token in Tokens().Matches(text, open))
        {
            depth += token.Value switch { "(" => 1, ")" => -1, _ => 0 };
            if (depth == 0)
            {
                return token.Index;
            }
        }

        return -1;
    }

    private static (int, int) Trimmed(string text, int start, int end)
    {
        while (Before().Match(text[start..end]) is { Success: true, Length: > 0 } blank)
        {
            start += blank.Length;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return (start, end);
    }

    // A condition ends at the "then" after which the function refuses.
    [GeneratedRegex(@"\b(?:els)?if\s+(?<condition>(?:(?!\bthen\s).|\bthen\s(?=[^;]*\bend\b))+?)\s+then\s+(?:--[^\n]*\n\s*)?raise\b", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Refusals();

    [GeneratedRegex(@"'[^']*'|--[^\n]*|\(|\)|\b(?:case|end|between|and|or)\b", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Tokens();

    [GeneratedRegex(@"^not\s+(?=\()", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Negated();

    [GeneratedRegex(@"^(?:\s+|--[^\n]*\n)*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Before();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blanks();
}
