using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Chat.Rendering.Splitting;
using BriefingBot.Discord.Protocol.Messages;

namespace BriefingBot.Discord.Rendering;

/// <summary>
/// A list of entries as one message of components: a box with a line between its entries, the buttons below it. Reads better than a wall of
/// Markdown, and one such message holds what two of text do. Answers stay text: what is quoted, searched for and edited is their content.
/// Stateless.
/// </summary>
internal static class EntryCard
{
    /// <summary>All texts of a message together.</summary>
    private const int MostText = 4000;

    /// <summary>All components of a message together, however deep they stand.</summary>
    private const int MostComponents = 40;

    /// <param name="blocks">The whole reply.</param>
    /// <param name="rows">The buttons below it.</param>
    /// <returns>The components; null when there is no entry in it, or no room for all of it.</returns>
    public static IReadOnlyList<Component>? Of(IReadOnlyList<AnswerBlock> blocks, IReadOnlyList<ActionRow> rows)
    {
        if (
            blocks.All(static block => block.Kind != AnswerBlockKind.Entry)
            || MessageSplitter.Split(blocks, DiscordMarkup.Instance, new MessageLimits(MostText)) is not [var whole]
        )
        {
            return null;
        }

        int room = MostComponents - 1 - rows.Sum(static row => 1 + row.Components.Count);
        var parts = Apart(whole.Blocks);
        return [new Container(parts.Count <= room ? parts : [new TextDisplay(whole.Text)]), .. rows];
    }

    /// <summary>A line before each entry, and before what follows the last; what stands together otherwise is one text.</summary>
    private static List<Component> Apart(IReadOnlyList<PartBlock> blocks)
    {
        List<Component> parts = [];
        for (int i = 0; i < blocks.Count; i++)
        {
            bool isApart = i > 0 && (blocks[i].Kind == AnswerBlockKind.Entry || blocks[i - 1].Kind == AnswerBlockKind.Entry);
            if (isApart)
            {
                parts.Add(new Separator());
            }

            if (!isApart && parts is [.., TextDisplay before])
            {
                parts[^1] = new TextDisplay(before.Content + MessagePart.Separator + blocks[i].Text);
            }
            else
            {
                parts.Add(new TextDisplay(blocks[i].Text));
            }
        }

        return parts;
    }
}
