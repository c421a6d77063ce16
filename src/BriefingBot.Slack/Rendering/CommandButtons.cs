using BriefingBot.Core.Commands;
using BriefingBot.Slack.Protocol.Blocks;

namespace BriefingBot.Slack.Rendering;

/// <summary>What stands under the result of a command.</summary>
internal static class CommandButtons
{
    /// <summary>The parts with the button of the result under the last; as they are when it has none.</summary>
    public static IReadOnlyList<RenderedPart> Under(IReadOnlyList<RenderedPart> parts, CommandResult result) =>
        CommandButton.Of(result) is { } button
            ? [.. parts.SkipLast(1), parts[^1] with { Blocks = [.. parts[^1].Blocks, Row(button)] }]
            : parts;

    private static ActionsBlock Row(CommandButton button) =>
        new([
            new Button(TextObject.Plain(button.Label))
            {
                ActionId = "removal",
                Value = button.Action,
                Style = "danger",
            },
        ]);
}
