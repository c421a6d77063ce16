using System.CommandLine;
using BriefingBot.Cli.Output;
using BriefingBot.Documents;
using BriefingBot.Documents.Evaluation;
using BriefingBot.Evaluation;

namespace BriefingBot.Cli.Verbs;

/// <summary><c>eval</c>: asks every question of a set and scores the answers.</summary>
internal static class EvalCommand
{
    public static Command Create(VerbServices services, CommonOptions common)
    {
        var questions = new Option<string>("--questions")
        {
            Description = "The question set, one JSON object per line.",
            HelpName = "FILE",
            Required = true,
        };
        var verbose = new Option<bool>("--verbose")
        {
            Description = "Also list the questions that were answered wrong, with their answers.",
        };
        var composer = CommonOptions.Composer();
        var command = new Command("eval", "Asks every question of a set and scores the answers.")
        {
            questions,
            composer,
            verbose,
            common.Json,
        };
        common.AddCoverageTo(command);
        command.SetAction(
            (parsed, cancellationToken) =>
                CommandRunner.RunAsync(
                    async token =>
                    {
                        var set = await QuestionSet.ReadAsync(parsed.GetValue(questions)!, token);
                        await using var provider = services.Build(EvaluationData.Separate(common.Read(parsed)));
                        var choice = CommonOptions.ReadComposer(parsed, composer, provider);
                        await IndexUpdate.RunBeforeReadingAsync(provider, token);
                        var runner = provider.GetRequiredService<EvaluationRunner>();
                        var report = await EvaluationProgress.ShowAsync(
                            set.Entries.Count,
                            progress => runner.RunAsync(set, choice, progress, token)
                        );
                        if (parsed.GetValue(common.Json))
                        {
                            await Terminal.WriteJsonAsync(
                                EvaluationDocument.From(report),
                                DocumentsJsonContext.Readable.EvaluationDocument,
                                token
                            );
                        }
                        else
                        {
                            EvaluationText.Write(Terminal.Out, report, parsed.GetValue(verbose));
                        }

                        return ExitCodes.Done;
                    },
                    cancellationToken
                )
        );
        return command;
    }
}
