using System.CommandLine;
using BriefingBot.Cli.Output;
using BriefingBot.Configuration;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Commands.Reindex;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Documents;
using BriefingBot.Presentation;
using Spectre.Console;

namespace BriefingBot.Cli.Verbs;

/// <summary><c>index</c>: brings the store in step with the coverage.</summary>
internal static class IndexCommand
{
    public static Command Create(VerbServices services, CommonOptions common)
    {
        var rebuild = new Option<bool>("--rebuild") { Description = "Read and embed everything again, changed or not." };
        var allowRemoval = new Option<bool>("--allow-removal")
        {
            Description = "Remove what is gone from the coverage, however much that is.",
        };
        var source = new Option<string?>("--source")
        {
            Description = "Read this source first, due or not; with --rebuild, only its articles are embedded again.",
        };
        var pause = new Option<bool>("--pause") { Description = "Pause the index run of a bot on the same data." };
        var resume = new Option<bool>("--resume") { Description = "Resume it." };
        var cancel = new Option<bool>("--cancel") { Description = "End it; what it has stored stays." };
        var command = new Command("index", "Brings the index up to date with the coverage.")
        {
            rebuild,
            allowRemoval,
            source,
            pause,
            resume,
            cancel,
            common.Json,
        };
        common.AddCoverageTo(command);
        command.SetAction(
            (parsed, cancellationToken) =>
                CommandRunner.RunAsync(
                    async token =>
                    {
                        await using var provider = services.Build(common.Read(parsed));
                        if (WishOf(parsed.GetValue(pause), parsed.GetValue(resume), parsed.GetValue(cancel)) is { } wish)
                        {
                            return await TellAsync(provider, wish, token);
                        }

                        var choices = new IngestionChoices
                        {
                            Rebuild = parsed.GetValue(rebuild),
                            AllowRemoval = parsed.GetValue(allowRemoval),
                        };
                        if (parsed.GetValue(source) is { } name)
                        {
                            string place = await SourceChecks.RunAsync(provider, name, token);
                            choices = choices with { Rebuild = false, RebuildWithin = choices.Rebuild ? place : null };
                        }

                        var report = await IndexUpdate.RunAsync(provider, choices, token);
                        if (parsed.GetValue(common.Json))
                        {
                            await Terminal.WriteJsonAsync(IndexDocument.From(report), DocumentsJsonContext.Readable.IndexDocument, token);
                        }
                        else
                        {
                            Write(report);
                        }

                        if (report.HeldBack.Count > 0)
                        {
                            Terminal.WriteWarning(
                                "articles are gone from the coverage and none was removed; if that is meant, index with --allow-removal."
                            );
                            return ExitCodes.Failed;
                        }

                        return ExitCodes.Done;
                    },
                    cancellationToken
                )
        );
        return command;
    }

    private static LeaseWish? WishOf(bool pause, bool resume, bool cancel) =>
        (pause, resume, cancel) switch
        {
            (false, false, false) => null,
            (true, false, false) => LeaseWish.Pause,
            (false, true, false) => LeaseWish.GoOn,
            (false, false, true) => LeaseWish.End,
            _ => throw new UsageException("give only one of --pause, --resume and --cancel at a time."),
        };

    private static async Task<int> TellAsync(IServiceProvider services, LeaseWish wish, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<ICoverageStore>().OpenAsync(cancellationToken);
        ReindexControlled told = new(wish, await services.GetRequiredService<IndexRuns>().AskAsync(wish, cancellationToken));
        Terminal.Out.WriteLine(told.ToString());
        return told.Since is null ? ExitCodes.Failed : ExitCodes.Done;
    }

    private static void Write(IngestionReport report)
    {
        Terminal.Out.WriteLine(
            $"{report.Articles} articles, {report.Passages} passages: {report.Added} added, {report.Updated} updated, "
                + $"{report.Unchanged} unchanged, "
                + $"{report.Removed} removed, {report.Failed.Count} failed, in {report.Elapsed.TotalSeconds:0.0} s."
        );
        if (report.Calibration is { } origin)
        {
            Terminal.Out.WriteLine($"  thresholds are {origin}.");
        }

        foreach (var failure in report.Failed)
        {
            Terminal.Out.WriteLine($"  failed: {PlainText.OneLine(failure.Source)}: {PlainText.OneLine(failure.Reason)}");
        }

        foreach (var skipped in report.Skipped)
        {
            Terminal.Out.WriteLine($"  left out: {PlainText.OneLine(skipped.Source)}: {PlainText.OneLine(skipped.Reason)}");
        }
    }
}
