using System.Globalization;

namespace BriefingBot.Core.Chat.Rendering.Splitting;

/// <summary>
/// Cuts a unit that is too long for a message of its own, at words; a word that is too long itself between characters as people see them. A
/// link stays whole, or becomes plain text when it alone is too long; marks stay with the word before them. Nothing but white space is
/// lost.
/// </summary>
internal sealed class UnitCutter(ChatMarkup markup, AnswerBlockKind kind, int limit)
{
    private const string Ellipsis = "…";

    /// <summary>The pieces in order, each within the limit, with an ellipsis where it was cut.</summary>
    public List<string> Cut(AnswerUnit unit)
    {
        var groups = Group(unit.Inlines);
        List<string> pieces = [];
        int first = 0;
        while (first < groups.Count)
        {
            int count = 1;
            while (first + count < groups.Count && Fits(groups.GetRange(first, count + 1)))
            {
                count++;
            }

            pieces.Add(Render(groups.GetRange(first, count), first > 0, first + count < groups.Count));
            first += count;
        }

        return pieces;
    }

    /// <summary>What is not cut any further: a word with the marks behind it, a link.</summary>
    private List<List<Inline>> Group(IReadOnlyList<Inline> inlines)
    {
        List<List<Inline>> groups = [];
        foreach (var inline in inlines)
        {
            if (inline.Kind == InlineKind.Mark && groups.Count > 0)
            {
                AddMark(groups, inline);
            }
            else if (
                inline.Link is not null
                && Fits([
                    [inline],
                ])
            )
            {
                groups.Add([inline]);
            }
            else
            {
                groups.AddRange(
                    Words(inline.Text)
                        .SelectMany(word => Shorten(inline with { Text = word, Link = null }))
                        .Select(piece => new List<Inline> { piece })
                );
            }
        }

        return groups;
    }

    /// <summary>
    /// Gives the mark to the word before it; where there is no room beside the word, to as much of the word's end as leaves some.
    /// </summary>
    private void AddMark(List<List<Inline>> groups, Inline mark)
    {
        var last = groups[^1];
        last.Add(mark);
        if (Fits([last]) || last is not [{ Link: null, Kind: not InlineKind.Mark } word, ..])
        {
            return;
        }

        var elements = Elements(word.Text);
        for (int keep = elements.Count - 1; keep > 0; keep--)
        {
            List<Inline> end = [word with { Text = string.Concat(elements.TakeLast(keep)) }, .. last.Skip(1)];
            if (keep == 1 || Fits([end]))
            {
                groups[^1] = [word with { Text = string.Concat(elements.Take(elements.Count - keep)) }];
                groups.Add(end);
                return;
            }
        }
    }

    private IEnumerable<Inline> Shorten(Inline word)
    {
        if (
            Fits([
                [word],
            ])
        )
        {
            yield return word;
            yield break;
        }

        string piece = "";
        foreach (string element in Elements(word.Text))
        {
            if (
                piece.Length > 0
                && !Fits([
                    [word with { Text = piece + element }],
                ])
            )
            {
                yield return word with
                {
                    Text = piece,
                };
                piece = "";
            }

            piece += element;
        }

        yield return word with
        {
            Text = piece,
        };
    }

    /// <summary>Characters as people see them; one that is endlessly long counts by its code points.</summary>
    private static List<string> Elements(string text)
    {
        const int longest = 16;
        List<string> elements = [];
        var all = StringInfo.GetTextElementEnumerator(text);
        while (all.MoveNext())
        {
            string element = all.GetTextElement();
            if (element.Length <= longest)
            {
                elements.Add(element);
            }
            else
            {
                elements.AddRange(element.EnumerateRunes().Select(rune => rune.ToString()));
            }
        }

        return elements;
    }

    /// <summary>Each word with the white space behind it.</summary>
    private static IEnumerable<string> Words(string text)
    {
        int start = 0;
        for (int i = 1; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i - 1]) && !char.IsWhiteSpace(text[i]))
            {
                yield return text[start..i];
                start = i;
            }
        }

        if (start < text.Length)
        {
            yield return text[start..];
        }
    }

    private bool Fits(List<List<Inline>> groups) => markup.Measure(markup.Wrap(kind, Render(groups, true, true))) <= limit;

    private string Render(List<List<Inline>> groups, bool cutBefore, bool cutAfter)
    {
        List<Inline> runs = [];
        foreach (var inline in groups.SelectMany(group => group))
        {
            if (runs.Count > 0 && runs[^1].Kind == inline.Kind && runs[^1].Link is null && inline.Link is null)
            {
                runs[^1] = inline with { Text = runs[^1].Text + inline.Text };
            }
            else
            {
                runs.Add(inline);
            }
        }

        runs[0] = runs[0] with { Text = runs[0].Text.TrimStart() };
        runs[^1] = runs[^1] with { Text = runs[^1].Text.TrimEnd() };
        return (cutBefore ? Ellipsis : "") + string.Concat(runs.Select(run => markup.Render(run, kind))) + (cutAfter ? Ellipsis : "");
    }
}
