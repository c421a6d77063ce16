using System.Globalization;
using System.Net;
using System.Text;
using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Weekdays;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Conversations;
using BriefingBot.Core.Coverage;

namespace BriefingBot.Presentation;

/// <summary>
/// An answer with its citations as text that other programs take: what was checked, word for word, each mark with its source. Stateless.
/// </summary>
/// <param name="message">The answer; not a refusal.</param>
/// <param name="link">The address of what a citation points to.</param>
internal sealed class CitedText(OutgoingMessage message, Func<Citation, string> link)
{
    private readonly IReadOnlyList<Citation> _citations = message.Answer.Citations;

    /// <summary>Markdown: every mark is a link, the sources are a numbered list.</summary>
    public string ToMarkdown()
    {
        var paragraphs = Paragraphs(Escaped, (number, address) => $" [\\[{number}\\]]({address})");
        var sources = _citations.Select(citation =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{citation.Number}. "
                    + $"[{Escaped(ArticleTitle.Of(citation.Article))}]({Address(citation)}){Escaped(Origin(citation.Article, " · "))}"
            )
        );
        return string.Join("\n\n", [.. paragraphs, "**Sources**", string.Join('\n', sources)]) + "\n";
    }

    /// <summary>A fragment of HTML: paragraphs and an ordered list of the sources.</summary>
    public string ToHtml()
    {
        StringBuilder html = new();
        foreach (
            string paragraph in Paragraphs(
                WebUtility.HtmlEncode,
                (number, address) => $"<sup><a href=\"{WebUtility.HtmlEncode(address)}\">[{number}]</a></sup>"
            )
        )
        {
            html.Append("<p>").Append(paragraph).Append("</p>\n");
        }

        html.Append("<ol>\n");
        foreach (var citation in _citations)
        {
            html.Append(
                    CultureInfo.InvariantCulture,
                    $"<li value=\"{citation.Number}\"><a href=\"{WebUtility.HtmlEncode(Address(citation))}\">"
                        + $"{WebUtility.HtmlEncode(ArticleTitle.Of(citation.Article))}</a>"
                )
                .Append(WebUtility.HtmlEncode(Origin(citation.Article, " · ")))
                .Append("</li>\n");
        }

        return html.Append("</ol>\n").ToString();
    }

    /// <summary>Plain text with a note for each mark: outlet, headline, day, address.</summary>
    public string ToFootnotes()
    {
        var notes = _citations.Select(citation =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"[{citation.Number}] “{ArticleTitle.Of(citation.Article)}”{Origin(citation.Article, ", ")}, {Address(citation)}"
            )
        );
        return string.Join("\n\n", [.. Paragraphs(static text => text, (number, _) => $"[{number}]"), string.Join('\n', notes)]) + "\n";
    }

    private IEnumerable<string> Paragraphs(Func<string, string> escape, Func<int, string, string> mark)
    {
        if (message.Statement is { } statement)
        {
            yield return escape(statement);
        }

        foreach (var paragraph in AnswerProse.Paragraphs(message.Answer.Sentences))
        {
            yield return string.Join(
                ' ',
                paragraph.Select(sentence =>
                    escape(AnswerProse.LabelOf(sentence) + WeekdayDates.Show(sentence, _citations))
                    + string.Concat(sentence.Citations.Select(number => mark(number, Address(Find(number)))))
                )
            );
        }
    }

    private Citation Find(int number) => _citations.First(citation => citation.Number == number);

    /// <summary>Brackets would end a link of Markdown, blanks an address of plain text.</summary>
    private string Address(Citation citation) =>
        link(citation)
            .Replace("(", "%28", StringComparison.Ordinal)
            .Replace(")", "%29", StringComparison.Ordinal)
            .Replace(" ", "%20", StringComparison.Ordinal);

    private static string Origin(ArticleHeader article, string separator)
    {
        string outlet = article.Outlet is { Length: > 0 } name ? separator + name : "";
        return outlet + separator + ReadableDate.Of(article.Published);
    }

    /// <summary>Backslashes before what Markdown reads as its own: https://spec.commonmark.org/0.31.2/#backslash-escapes.</summary>
    private static string Escaped(string text)
    {
        StringBuilder escaped = new(text.Length);
        foreach (char sign in text)
        {
            if (sign is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '~')
            {
                escaped.Append('\\');
            }

            escaped.Append(sign);
        }

        return escaped.ToString();
    }
}
