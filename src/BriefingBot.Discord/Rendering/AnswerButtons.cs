using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Commands.Feedback;
using BriefingBot.Discord.Protocol.Messages;

namespace BriefingBot.Discord.Rendering;

/// <summary>The buttons under an answer.</summary>
internal static class AnswerButtons
{
    /// <summary>The row for an answer.</summary>
    public static IReadOnlyList<ActionRow> For(ChatAnswer answer, string? more = null)
    {
        List<Button> buttons =
        [
            Make(AnswerActionKind.Helpful, "Helpful", answer),
            Make(AnswerActionKind.NotHelpful, "Not helpful", answer),
        ];
        if (answer.Citations.Count > 0)
        {
            buttons.Add(Make(AnswerActionKind.Passages, "Show passages", answer));
        }

        if (answer.IsPrivate)
        {
            buttons.Add(Make(AnswerActionKind.Share, "Share", answer) with { Style = ButtonStyle.Primary });
        }

        if (more is not null)
        {
            buttons.Add(MoreButton(more));
        }

        return [new ActionRow { Components = buttons }];
    }

    /// <summary>The row under a list that goes on.</summary>
    public static IReadOnlyList<ActionRow> More(string more) => [new ActionRow { Components = [MoreButton(more)] }];

    /// <summary>The row that asks why an answer was not helpful.</summary>
    public static IReadOnlyList<ActionRow> Why(AnswerId answer) =>
        [
            new ActionRow
            {
                Components =
                [
                    .. FeedbackReasons.All.Select(reason => new Button
                    {
                        CustomId = new AnswerAction(reason.Kind, answer).ToString(),
                        Label = reason.Label,
                    }),
                ],
            },
        ];

    private static Button MoreButton(string more) => new() { CustomId = more, Label = "More" };

    private static Button Make(AnswerActionKind kind, string label, ChatAnswer answer) =>
        new() { CustomId = new AnswerAction(kind, answer.Id).ToString(), Label = label };
}
