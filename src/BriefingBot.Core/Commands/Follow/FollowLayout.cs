using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Subscriptions.Follows;

namespace BriefingBot.Core.Commands.Follow;

/// <summary>What a place follows, as blocks.</summary>
internal static class FollowLayout
{
    /// <summary>What is behind the first entries of an alert, so many of it.</summary>
    public static IReadOnlyList<AnswerBlock> Of(AlertResult alert, int count, AlertLayout alerts) =>
        alert.Found.Count == 0
            ? [CommandBlocks.Paragraph(alert.Remark is null ? "That was all." : "None of the articles of this alert is still followed.")]
            :
            [
                .. alert.Remark is { } remark ? (IEnumerable<AnswerBlock>)[CommandBlocks.Paragraph(remark)] : [],
                .. alerts.Of(null, alert.Found, count),
            ];

    /// <summary>What the button "More" below so many entries carries; null when all is shown.</summary>
    public static string? MoreOf(AlertResult alert, int shown) =>
        shown < alert.Found.Count ? (alert.Action with { From = alert.Action.From + shown }).ToString() : null;

    public static IReadOnlyList<AnswerBlock> Of(FollowingResult result)
    {
        string where = result.Place.IsPerson ? "You follow" : "This channel follows";
        List<AnswerBlock> blocks = result.Done is { } done ? [CommandBlocks.Paragraph(done)] : [];
        if (result.Follower is not { Interests.Count: > 0 } follower)
        {
            blocks.Add(CommandBlocks.Paragraph($"{where} nothing. Write for example: follow topic floods"));
            return blocks;
        }

        blocks.Add(CommandBlocks.Paragraph($"{where}:"));
        blocks.Add(
            new AnswerBlock(
                AnswerBlockKind.Lines,
                [
                    .. follower.Interests.Select(static interest => new AnswerUnit([
                        new Inline(interest.Kind.ToString().ToLowerInvariant(), InlineKind.Emphasis),
                        new Inline($" {OneLine.Of(interest.Words)}"),
                    ])),
                    AnswerUnit.Of(follower.Quiet is { } quiet ? $"Quiet hours: {quiet}" : "No quiet hours"),
                ]
            )
        );
        return blocks;
    }
}
