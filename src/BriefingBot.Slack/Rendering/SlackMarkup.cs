using System.Text.RegularExpressions;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Chat.Rendering.Splitting;

namespace BriefingBot.Slack.Rendering;

/// <summary>
/// Slack's ways of writing: the words of articles in Markdown, where every sign can be escaped and which can be streamed; lists with links
/// in mrkdwn.
/// </summary>
/// <param name="isMessage">False for a home tab, which has no Markdown.</param>
internal sealed partial class SlackMarkup(bool isMessage) : ChatMarkup
{
    private const int MatchTimeout = 1000;

    /// <summary>In messages.</summary>
    public static SlackMarkup Message { get; } = new(isMessage: true);

    /// <summary>In home tabs.</summary>
    public static SlackMarkup Home { get; } = new(isMessage: false);

    /// <summary>
    /// What one message holds: below 10,000 characters, 50 blocks and 3,000 characters a section, with room for the buttons. Slack's own
    /// ceiling of about 13,200 characters counts what it makes of Markdown.
    /// </summary>
    public static MessageLimits Limits { get; } = new(9500, 2900, 46);

    /// <summary>A kind of block is written in Markdown.</summary>
    public bool IsMarkdown(AnswerBlockKind kind) => isMessage && kind is AnswerBlockKind.Paragraph or AnswerBlockKind.Quote;

    /// <inheritdoc/>
    public override string Render(Inline inline, AnswerBlockKind within)
    {
        if (
            inline.Kind == InlineKind.Mark
            && CitationMark().IsMatch(inline.Text)
            && (inline.Link is null || LinkAddress.Of(inline.Link) is null)
        )
        {
            // Our own, and no link: whatever else could make one of it is escaped.
            return inline.Text;
        }

        if (inline is { Kind: InlineKind.Mark, Link: { } target } && CitationMark().IsMatch(inline.Text))
        {
            // The blank before it stays outside the link.
            string mark = inline.Text.TrimStart(' ');
            return inline.Text[..(inline.Text.Length - mark.Length)]
                + (IsMarkdown(within) ? MarkdownText.Link(mark, target) : MrkdwnText.Link(mark, target));
        }

        bool isMarkdown = IsMarkdown(within);
        string text = (isMarkdown, inline.Link) switch
        {
            (true, { } link) => MarkdownText.Link(inline.Text, link),
            (true, null) => MarkdownText.Escape(inline.Text),
            (false, { } link) => MrkdwnText.Link(inline.Text, link),
            (false, null) => MrkdwnText.Escape(inline.Text),
        };
        return inline.Kind switch
        {
            InlineKind.Strong or InlineKind.Command => Around(isMarkdown ? "**" : "*", text),
            InlineKind.Emphasis => Around("_", text),
            _ => text,
        };
    }

    /// <inheritdoc/>
    public override string Wrap(AnswerBlockKind kind, string text)
    {
        if (kind != AnswerBlockKind.Quote)
        {
            return text;
        }

        // In Markdown two blanks at its end keep a line on its own.
        string end = IsMarkdown(kind) ? "  \n" : "\n";
        return string.Join(end, text.Split('\n').Select(static line => $"> {line}"));
    }

    /// <summary>Marks do not hold around blanks, so blanks stay outside.</summary>
    private static string Around(string mark, string text)
    {
        string inner = text.Trim(' ');
        int start = text.Length - text.TrimStart(' ').Length;
        return inner.Length == 0 ? text : $"{text[..start]}{mark}{inner}{mark}{text[(start + inner.Length)..]}";
    }

    [GeneratedRegex("^ ?\\[[0-9]{1,4}\\]$", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex CitationMark();
}
