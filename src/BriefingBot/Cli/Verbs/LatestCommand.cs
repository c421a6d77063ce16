using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using BriefingBot.Cli.Output;
using BriefingBot.Core.Answering;
using BriefingBot.Core.Briefings;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Documents;

namespace BriefingBot.Cli.Verbs;

/// <summary><c>latest</c>: the newest coverage, all of it or of a topic.</summary>
internal static class LatestCommand
{
    private const int DefaultCount = 5;

    /// <summary>Makes the verb.</summary>
    public static Command Create(VerbServices services, CommonOptions common)
    {
        var topic = new Argument<string[]>("TOPIC") { Description = "Limits to articles about it.", Arity = ArgumentArity.ZeroOrMore };
        var count = new Option<int>("--count")
        {
            Description = $"How many entries, 1 to {LatestBriefing.MaxCount}.",
            HelpName = "N",
            DefaultValueFactory = _ => DefaultCount,
            CustomParser = ParseCount,
        };
        var command = new Command("latest", "Summarizes the newest coverage, undated articles last.") { topic, count, common.Json };
        common.AddOneCoverageTo(command);
        command.SetAction((parsed, cancellationToken) => CommandRunner.RunAsync(
            async token =>
            {
                await using var provider = services.Build(common.Read(parsed));
                await IndexUpdate.RunBeforeReadingAsync(provider, token);
                string? about = parsed.GetValue(topic) is { Length: > 0 } words ? string.Join(' ', words) : null;
                var briefing = await provider.GetRequiredService<LatestBriefing>().ReadAsync(about, parsed.GetValue(count), CoverageFilter.None, ComposerChoice.Best, token);
                if (parsed.GetValue(common.Json))
                {
                    await Terminal.WriteJsonAsync(LatestDocument.From(about, briefing), DocumentsJsonContext.Readable.LatestDocument, token);
                }
                else
                {
                    BriefingText.Write(Terminal.Out, about, briefing);
                }

                return ExitCodes.Done;
            },
            cancellationToken));
        return command;
    }

    private static int ParseCount(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count is >= 1 and <= LatestBriefing.MaxCount)
        {
            return count;
        }

        result.AddError($"--count is '{text}'; give a number from 1 to {LatestBriefing.MaxCount}.");
        return DefaultCount;
    }
}
