using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Commands;
using BriefingBot.Discord.Protocol.Messages;

namespace BriefingBot.Discord.Rendering;

/// <summary>The buttons under an answer.</summary>
internal static class AnswerButtons
{
    /// <summary>The row for an answer.</summary>
    public static IReadOnlyList<ActionRow> For(ChatAnswer answer)
    {
        List<Button> buttons = [Make(AnswerActionKind.Helpful, "Helpful", answer), Make(AnswerActionKind.NotHelpful, "Not helpful", answer)];
        if (answer.Citations.Count > 0)
        {
            buttons.Add(Make(AnswerActionKind.Passages, "Show passages", answer));
        }

        if (answer.IsPrivate)
        {
            buttons.Add(Make(AnswerActionKind.Share, "Share", answer) with { Style = ButtonStyle.Primary });
        }

        return [new ActionRow { Components = buttons }];
    }

    private static Button Make(AnswerActionKind kind, string label, ChatAnswer answer) => new() { CustomId = new AnswerAction(kind, answer.Id).ToString(), Label = label };
}
