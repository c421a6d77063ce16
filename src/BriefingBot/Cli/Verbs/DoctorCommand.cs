using System.CommandLine;
using BriefingBot.Cli.Output;
using BriefingBot.Diagnosis;
using BriefingBot.Documents;
using BriefingBot.Presentation;
using Spectre.Console;

namespace BriefingBot.Cli.Verbs;

/// <summary><c>doctor</c>: checks what the bot needs and says what to do.</summary>
internal static class DoctorCommand
{
    public static Command Create(VerbServices services, CommonOptions common)
    {
        var command = new Command("doctor", "Checks configuration, coverage, store, encoder, model and web address, and says what to do.")
        {
            common.Urls,
            common.Json,
        };
        common.AddCoverageTo(command);
        command.SetAction(
            (parsed, cancellationToken) =>
                CommandRunner.RunAsync(
                    async token =>
                    {
                        await using var provider = services.Build(common.Read(parsed));
                        var findings = await new Doctor(provider).ExamineAsync(token);
                        if (parsed.GetValue(common.Json))
                        {
                            await Terminal.WriteJsonAsync(
                                DiagnosisDocument.From(findings),
                                DocumentsJsonContext.Readable.DiagnosisDocument,
                                token
                            );
                        }
                        else
                        {
                            Write(findings);
                        }

                        return findings.Any(finding => finding.Level == FindingLevel.Fail) ? ExitCodes.Failed : ExitCodes.Done;
                    },
                    cancellationToken
                )
        );
        return command;
    }

    private static void Write(IReadOnlyList<DoctorFinding> findings)
    {
        foreach (var finding in findings)
        {
            var (word, color) = finding.Level switch
            {
                FindingLevel.Ok => ("ok  ", Color.Green),
                FindingLevel.Warn => ("warn", Color.Yellow),
                _ => ("FAIL", Color.Red),
            };
            Terminal.Out.Write(new Text($"{word}  ", new Style(color)));
            Terminal.Out.WriteLine($"{finding.Check}: {PlainText.OneLine(finding.Detail)}");
            if (finding.Advice is { } advice)
            {
                Terminal.Out.WriteLine($"      {PlainText.OneLine(advice)}");
            }
        }
    }
}
