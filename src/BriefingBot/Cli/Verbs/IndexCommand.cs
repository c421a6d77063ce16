using System.CommandLine;
using BriefingBot.Cli.Output;
using BriefingBot.Core.Ingestion;
using BriefingBot.Documents;
using BriefingBot.Presentation;
using Spectre.Console;

namespace BriefingBot.Cli.Verbs;

/// <summary><c>index</c>: brings the store in step with the coverage.</summary>
internal static class IndexCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Create(VerbServices services, CommonOptions common)
    {
        var rebuild = new Option<bool>("--rebuild") { Description = "Read and embed everything again, changed or not." };
        var command = new Command("index", "Brings the index in step with the coverage.") { rebuild, common.Json };
        common.AddCoverageTo(command);
        command.SetAction((parsed, cancellationToken) => CommandRunner.RunAsync(
            async token =>
            {
                await using var provider = services.Build(common.Read(parsed));
                var report = await IndexUpdate.RunAsync(provider, parsed.GetValue(rebuild), token);
                if (parsed.GetValue(common.Json))
                {
                    await Terminal.WriteJsonAsync(IndexDocument.From(report), DocumentsJsonContext.Readable.IndexDocument, token);
                }
                else
                {
                    Write(report);
                }

                return ExitCodes.Done;
            },
            cancellationToken));
        return command;
    }

    private static void Write(IngestionReport report)
    {
        Terminal.Out.WriteLine(
            $"{report.Articles} articles, {report.Passages} passages: {report.Added} added, {report.Updated} updated, {report.Unchanged} unchanged, "
            + $"{report.Removed} removed, {report.Failed.Count} failed, in {report.Elapsed.TotalSeconds:0.0} s.");
        foreach (var failure in report.Failed)
        {
            Terminal.Out.WriteLine($"  failed: {PlainText.OneLine(failure.Source)}: {PlainText.OneLine(failure.Reason)}");
        }
    }
}
