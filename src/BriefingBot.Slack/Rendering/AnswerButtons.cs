using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Commands.Feedback;
using BriefingBot.Slack.Protocol.Blocks;

namespace BriefingBot.Slack.Rendering;

/// <summary>What stands under an answer: feedback, and buttons.</summary>
internal static class AnswerButtons
{
    /// <summary>The blocks for an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="shareIn">The thread that it would be shared to; null for the channel itself.</param>
    /// <param name="more">What the button "More" carries; null: all is shown.</param>
    public static IReadOnlyList<Block> For(ChatAnswer answer, string? shareIn = null, string? more = null)
    {
        List<BlockElement> buttons = [];
        if (answer.Citations.Count > 0)
        {
            buttons.Add(
                new Button(TextObject.Plain("Show passages")) { ActionId = "passages", Value = Of(AnswerActionKind.Passages, answer) }
            );
        }

        if (answer.IsPrivate)
        {
            string value = Of(AnswerActionKind.Share, answer) + (shareIn is null ? "" : $" {shareIn}");
            buttons.Add(
                new Button(TextObject.Plain(shareIn is null ? "Share to channel" : "Share to thread"))
                {
                    ActionId = "share",
                    Value = value,
                    Style = "primary",
                }
            );
        }

        if (more is not null)
        {
            buttons.Add(MoreButton(more));
        }

        FeedbackButtons feedback = new(
            new FeedbackButton(TextObject.Plain("Helpful"), Of(AnswerActionKind.Helpful, answer))
            {
                AccessibilityLabel = "Mark this answer as helpful",
            },
            new FeedbackButton(TextObject.Plain("Not helpful"), Of(AnswerActionKind.NotHelpful, answer))
            {
                AccessibilityLabel = "Mark this answer as not helpful",
            }
        )
        {
            ActionId = "feedback",
        };
        List<Block> blocks = [new ContextActionsBlock([feedback]) { BlockId = $"feedback:{answer.Id}" }];
        if (buttons.Count > 0)
        {
            blocks.Add(new ActionsBlock(buttons) { BlockId = $"actions:{answer.Id}" });
        }

        return blocks;
    }

    /// <summary>Reads what a click brings; false for a button of something else.</summary>
    /// <param name="value">The value of the button.</param>
    /// <param name="action">What it does.</param>
    /// <param name="shareIn">The thread to share to; null for the channel itself.</param>
    public static bool TryRead(string? value, out AnswerAction action, out string? shareIn)
    {
        string[] words = value?.Split(' ', 2) ?? [];
        shareIn = words.ElementAtOrDefault(1);
        return AnswerAction.TryParse(words.ElementAtOrDefault(0), out action);
    }

    /// <summary>The row under a list that goes on.</summary>
    public static Block More(string more) => new ActionsBlock([MoreButton(more)]);

    /// <summary>The row that asks why an answer was not helpful.</summary>
    public static Block Why(AnswerId answer) =>
        new ActionsBlock([
            .. FeedbackReasons.All.Select(reason => new Button(TextObject.Plain(reason.Label))
            {
                ActionId = WordOf(reason.Kind, answer),
                Value = new AnswerAction(reason.Kind, answer).ToString(),
            }),
        ]);

    private static Button MoreButton(string more) => new(TextObject.Plain("More")) { ActionId = "more", Value = more };

    private static string WordOf(AnswerActionKind kind, AnswerId answer) => new AnswerAction(kind, answer).ToString().Split(':')[0];

    private static string Of(AnswerActionKind kind, ChatAnswer answer) => new AnswerAction(kind, answer.Id).ToString();
}
