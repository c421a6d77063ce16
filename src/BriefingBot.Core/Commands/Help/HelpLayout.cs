using BriefingBot.Core.Chat.Rendering;

namespace BriefingBot.Core.Commands.Help;

/// <summary>The commands with what they do, as blocks.</summary>
internal static class HelpLayout
{
    public static IReadOnlyList<AnswerBlock> Of(HelpResult help, string prefix) =>
        [
            .. help.Introduction.Select(CommandBlocks.Paragraph),
            new AnswerBlock(
                AnswerBlockKind.Lines,
                [
                    .. help.Entries.Select(entry => new AnswerUnit([
                        new Inline(prefix + entry.Usage, InlineKind.Command),
                        new Inline($" · {entry.Description}{(entry.IsAdminOnly ? " (administrators)" : "")}"),
                    ])),
                ]
            ),
        ];
}
