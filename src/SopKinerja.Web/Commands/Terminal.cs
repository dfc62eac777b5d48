using System.Text;

namespace SopKinerja.Web.Commands;

/// <summary>Asks for what must not be seen.</summary>
internal static class Terminal
{
    public static string AskSecret(string prompt, TextReader input, TextWriter output)
    {
        output.Write(prompt);
        if (Console.IsInputRedirected || !ReferenceEquals(input, Console.In))
        {
            return input.ReadLine() ?? "";
        }

        var typed = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            typed = key.Key == ConsoleKey.Backspace
                ? typed.Remove(Math.Max(0, typed.Length - 1), Math.Min(1, typed.Length))
                : typed.Append(key.KeyChar);
        }

        output.WriteLine();
        return typed.ToString();
    }
}
