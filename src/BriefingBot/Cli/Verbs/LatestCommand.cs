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
        var page = new Option<int>("--page")
        {
            Description = "Which page of entries, from 1.",
            HelpName = "N",
            DefaultValueFactory = _ => 1,
            CustomParser = ParsePage,
        };
        var since = Day("--since", "Only articles published on this day or later.");
        var until = Day("--until", "Only articles published on this day or earlier.");
        var outlet = new Option<string?>("--outlet") { Description = "Only articles of this outlet.", HelpName = "NAME" };
        var collection = new Option<string[]>("--collection")
        {
            Description = "Only articles of this collection; may be repeated.",
            HelpName = "NAME",
        };
        var command = new Command("latest", "Summarizes the newest coverage, undated articles last.")
        {
            topic,
            count,
            page,
            since,
            until,
            outlet,
            collection,
            common.Json,
        };
        common.AddOneCoverageTo(command);
        command.SetAction(
            (parsed, cancellationToken) =>
                CommandRunner.RunAsync(
                    async token =>
                    {
                        await using var provider = services.Build(common.Read(parsed));
                        await IndexUpdate.RunBeforeReadingAsync(provider, token);
                        string? about = parsed.GetValue(topic) is { Length: > 0 } words ? string.Join(' ', words) : null;
                        var request = new LatestRequest
                        {
                            Topic = about,
                            Count = parsed.GetValue(count),
                            Offset = (parsed.GetValue(page) - 1) * parsed.GetValue(count),
                            Since = parsed.GetValue(since),
                            Until = parsed.GetValue(until),
                            Outlet = parsed.GetValue(outlet),
                            Filter = new CoverageFilter
                            {
                                Collections = parsed.GetValue(collection) is { Length: > 0 } names ? names : null,
                            },
                            Composer = ComposerChoice.Best,
                        };
                        var briefing = await provider.GetRequiredService<LatestBriefing>().ReadAsync(request, token);
                        if (parsed.GetValue(common.Json))
                        {
                            await Terminal.WriteJsonAsync(
                                LatestDocument.From(about, briefing),
                                DocumentsJsonContext.Readable.LatestDocument,
                                token
                            );
                        }
                        else
                        {
                            BriefingText.Write(Terminal.Out, about, briefing);
                        }

                        return ExitCodes.Done;
                    },
                    cancellationToken
                )
        );
        return command;
    }

    private static Option<DateOnly?> Day(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "DATE",
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                {
                    return day;
                }

                result.AddError($"{name} is '{text}'; write the day as 2024-02-23.");
                return null;
            },
        };

    private static int ParsePage(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int page) && page is >= 1 and <= LatestBriefing.MaxPage)
        {
            return page;
        }

        result.AddError($"--page is '{text}'; give a number from 1 to {LatestBriefing.MaxPage}.");
        return 1;
    }

    private static int ParseCount(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            && count is >= 1 and <= LatestBriefing.MaxCount
        )
        {
            return count;
        }

        result.AddError($"--count is '{text}'; give a number from 1 to {LatestBriefing.MaxCount}.");
        return DefaultCount;
    }
}
