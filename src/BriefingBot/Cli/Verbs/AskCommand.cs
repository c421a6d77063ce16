using System.CommandLine;
using System.CommandLine.Parsing;
using BriefingBot.Cli.Output;
using BriefingBot.Core.Conversations;
using BriefingBot.Documents;
using BriefingBot.Documents.Answers;
using BriefingBot.Presentation;

namespace BriefingBot.Cli.Verbs;

/// <summary><c>ask</c>: answers one question.</summary>
internal static class AskCommand
{
    public static Command Create(VerbServices services, CommonOptions common)
    {
        var question = new Argument<string[]>("QUESTION") { Description = "The question.", Arity = ArgumentArity.OneOrMore };
        var history = new Option<string[]>("--history")
        {
            Description = "An earlier question of the conversation, oldest first; may be repeated.",
            HelpName = "Q",
        };
        var asOf = new Option<DateOnly?>("--as-of")
        {
            Description = "Answer as if asked on this day, from what was published until then.",
            HelpName = "DATE",
            CustomParser = ParseDay,
        };
        var composer = CommonOptions.Composer();
        var command = new Command("ask", "Answers a question from the coverage, every citation checked.")
        {
            question,
            history,
            asOf,
            composer,
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
                        var message = new IncomingMessage(string.Join(' ', parsed.GetValue(question)!))
                        {
                            History = parsed.GetValue(history) ?? [],
                            AsOf = parsed.GetValue(asOf),
                            Composer = CommonOptions.ReadComposer(parsed, composer, provider),
                        };
                        var answer = await provider.GetRequiredService<ConversationTurnHandler>().HandleAsync(message, token);
                        if (parsed.GetValue(common.Json))
                        {
                            await Terminal.WriteJsonAsync(AnswerDocument.From(answer), DocumentsJsonContext.Readable.AnswerDocument, token);
                        }
                        else
                        {
                            AnswerText.Write(Terminal.Out, answer);
                        }

                        return ExitCodes.Done;
                    },
                    cancellationToken
                )
        );
        return command;
    }

    private static DateOnly? ParseDay(ArgumentResult result)
    {
        if (DayText.TryParse(result.Tokens[0].Value, "--as-of", out var day, out string? error))
        {
            return day;
        }

        result.AddError(error!);
        return null;
    }
}
