using BriefingBot.Core.Conversations.Chat;
using BriefingBot.Discord.Protocol;

namespace BriefingBot.Discord.Rendering;

/// <summary>The buttons under an answer. Their ids name the answer, so they work for as long as the store keeps it, restarts included.</summary>
internal static class AnswerButtons
{
    public const string Helpful = "helpful";
    public const string NotHelpful = "unhelpful";
    public const string Passages = "passages";
    public const string Share = "share";

    /// <summary>The row for an answer.</summary>
    public static IReadOnlyList<ActionRow> For(ChatAnswer answer)
    {
        List<Button> buttons = [Make(Helpful, "Helpful", answer), Make(NotHelpful, "Not helpful", answer)];
        if (!answer.Abstained)
        {
            buttons.Add(Make(Passages, "Show passages", answer));
        }

        if (answer.IsPrivate)
        {
            buttons.Add(Make(Share, "Share", answer) with { Style = ButtonStyle.Primary });
        }

        return [new ActionRow { Components = buttons }];
    }

    /// <summary>Reads the id of a button; false for a button of something else.</summary>
    public static bool TryRead(string? customId, out string action, out AnswerId answer)
    {
        int colon = customId?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        action = colon > 0 ? customId![..colon] : "";
        answer = default;
        return action is Helpful or NotHelpful or Passages or Share && AnswerId.TryParse(customId![(colon + 1)..], out answer);
    }

    private static Button Make(string action, string label, ChatAnswer answer) => new() { CustomId = $"{action}:{answer.Id}", Label = label };
}
