using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BriefingBot.Presentation;
using Spectre.Console;

namespace BriefingBot.Cli.Output;

/// <summary>What a person sees: answers on standard output, progress, warnings and errors on standard error.</summary>
internal static class Terminal
{
    private const int UnwrappedWidth = 100_000;

    /// <summary>Standard output; wrapped on a terminal only.</summary>
    public static IAnsiConsole Out { get; } = Create(Console.Out, Console.IsOutputRedirected);

    /// <summary>Standard error; wrapped on a terminal only.</summary>
    public static IAnsiConsole Error { get; } = Create(Console.Error, Console.IsErrorRedirected);

    /// <summary>True when a person watches standard error.</summary>
    public static bool IsInteractive => !Console.IsErrorRedirected;

    /// <summary>Writes <c>error: ...</c> as one line.</summary>
    public static void WriteError(string message) => Error.WriteLine($"error: {PlainText.OneLine(message)}", new Style(Color.Red));

    /// <summary>Writes <c>warning: ...</c> as one line.</summary>
    public static void WriteWarning(string message) => Error.WriteLine($"warning: {PlainText.OneLine(message)}", new Style(Color.Yellow));

    /// <summary>Writes a document as UTF-8, whatever the locale, and ends the line.</summary>
    public static async Task WriteJsonAsync<T>(T document, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        await using var output = Console.OpenStandardOutput();
        await JsonSerializer.SerializeAsync(output, document, type, cancellationToken);
        await output.WriteAsync("\n"u8.ToArray(), cancellationToken);
    }

    private static IAnsiConsole Create(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        if (redirected)
        {
            console.Profile.Width = UnwrappedWidth;
            console.Profile.Capabilities.Ansi = false;
            console.Profile.Capabilities.Interactive = false;
        }

        return console;
    }
}
