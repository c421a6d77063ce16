using BriefingBot.Core.Commands;
using BriefingBot.Discord.Protocol.Messages;

namespace BriefingBot.Discord.Rendering;

/// <summary>What stands under the result of a command.</summary>
internal static class CommandButtons
{
    /// <summary>The parts with the button of the result under the last; as they are when it has none.</summary>
    public static IReadOnlyList<RenderedPart> Under(IReadOnlyList<RenderedPart> parts, CommandResult result) =>
        CommandButton.Of(result) is { } button
            ?
            [
                .. parts.SkipLast(1),
                parts[^1] with
                {
                    Components =
                    [
                        new ActionRow
                        {
                            Components =
                            [
                                new Button
                                {
                                    Style = ButtonStyle.Danger,
                                    Label = button.Label,
                                    CustomId = button.Action,
                                },
                            ],
                        },
                    ],
                },
            ]
            : parts;
}
