using BriefingBot.Core.Chat.Rendering;

namespace BriefingBot.Core.Commands.Follow;

/// <summary>What a place follows, as blocks.</summary>
internal static class FollowLayout
{
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
