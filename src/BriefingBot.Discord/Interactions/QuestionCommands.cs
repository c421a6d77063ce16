using BriefingBot.Core.Commands;
using BriefingBot.Core.Commands.Ask;
using BriefingBot.Core.Commands.FactCheck;
using BriefingBot.Discord.Messages;
using BriefingBot.Discord.Protocol.Interactions;

namespace BriefingBot.Discord.Interactions;

/// <summary>The commands that ask: their answers are delivered when they are there. Thread-safe.</summary>
internal sealed class QuestionCommands(AskCommand ask, FactCheckCommand factCheck)
{
    /// <summary>Takes the question.</summary>
    public Task<CommandResult> RunAsync(Interaction interaction, CommandCall call, CancellationToken cancellationToken)
    {
        var data = interaction.Data!;
        if (data.Name == CommandNames.FactCheck)
        {
            return factCheck.RunAsync(call, WordsOf(interaction), isPrivate: true, cancellationToken);
        }

        CommandArguments arguments = new(data.Options);
        string question =
            data.Name == CommandNames.Timeline
                ? TimelineQuestion.About(arguments.Text(CommandNames.Topic) ?? "")
                : arguments.Text(CommandNames.Question) ?? "";
        return ask.RunAsync(call, question, arguments.Flag(CommandNames.Private) == true, cancellationToken);
    }

    private static string WordsOf(Interaction interaction)
    {
        var messages = interaction.Data!.Resolved?.Messages;
        return interaction.Data.TargetId is { } id && messages?.GetValueOrDefault(id.ToString()) is { } message
            ? MessageWords.ReadPost(message)
            : "";
    }
}
