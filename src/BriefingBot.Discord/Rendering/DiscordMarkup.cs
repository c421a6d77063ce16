using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Chat.Rendering.Splitting;

namespace BriefingBot.Discord.Rendering;

/// <summary>Discord's way of writing.</summary>
/// <param name="commands">The ids of commands that can be clicked, by name; none where they are not known.</param>
internal sealed class DiscordMarkup(IReadOnlyDictionary<string, Snowflake>? commands = null) : ChatMarkup
{
    /// <summary>What one message holds: 2,000 characters, told the same for new messages, answers to interactions and follow-ups.</summary>
    public static MessageLimits Limits { get; } = new(2000);

    /// <summary>Stateless.</summary>
    public static DiscordMarkup Instance { get; } = new();

    /// <inheritdoc/>
    public override string Render(Inline inline, AnswerBlockKind within)
    {
        string text = inline switch
        {
            { Kind: InlineKind.Command } => Command(inline.Text),
            { Kind: InlineKind.Mark, Link: { } link } => DiscordMarkdown.Mark(inline.Text, link),
            { Link: { } link } => DiscordMarkdown.Link(inline.Text, link),
            _ => DiscordMarkdown.Escape(inline.Text),
        };
        return inline.Kind switch
        {
            InlineKind.Strong => Around("**", text),
            InlineKind.Emphasis => Around("*", text),
            _ => text,
        };
    }

    /// <inheritdoc/>
    public override string Wrap(AnswerBlockKind kind, string text) =>
        kind switch
        {
            AnswerBlockKind.Quote => string.Join('\n', text.Split('\n').Select(static line => $"> {line}")),
            AnswerBlockKind.Footer => string.Join('\n', text.Split('\n').Select(static line => $"-# {line}")),
            _ => text,
        };

    /// <summary><c>/ask &lt;question&gt;</c>: the name can be clicked when its id is known.</summary>
    private string Command(string usage)
    {
        string[] words = usage.Split(' ', 2);
        string name = words[0].TrimStart('/');
        return commands?.TryGetValue(name, out var id) == true
            ? $"</{name}:{id}>{(words.Length > 1 ? $" {DiscordMarkdown.Escape(words[1])}" : "")}"
            : Around("**", DiscordMarkdown.Escape(usage));
    }

    /// <summary>Marks do not hold around blanks, so blanks stay outside.</summary>
    private static string Around(string mark, string text)
    {
        string inner = text.Trim(' ');
        return inner.Length == 0 ? text : text.Replace(inner, $"{mark}{inner}{mark}", StringComparison.Ordinal);
    }
}
