using BriefingBot.Core.Answering.Verification.Passages;

namespace BriefingBot.Core.Answering;

/// <summary>
/// Numbers citations from 1. Quotes that follow each other in one passage become one citation; the same quote is listed once.
/// </summary>
internal sealed class CitationList
{
    private readonly List<LocatedQuote> _quotes = [];

    public int Add(LocatedQuote quote)
    {
        int same = _quotes.FindIndex(q => q.Passage.Id == quote.Passage.Id && q.Start <= quote.Start && q.End >= quote.End);
        if (same >= 0)
        {
            return same + 1;
        }

        if (_quotes.Count > 0 && Follows(_quotes[^1], quote))
        {
            _quotes[^1] = _quotes[^1] with { End = quote.End };
        }
        else
        {
            _quotes.Add(quote);
        }

        return _quotes.Count;
    }

    public IReadOnlyList<Citation> ToList() =>
        [.. _quotes.Select((q, i) => new Citation(i + 1, q.Passage.Article, q.Passage.Id, q.Start, q.End, q.Text))];

    private static bool Follows(LocatedQuote first, LocatedQuote second) =>
        first.Passage.Id == second.Passage.Id
        && second.Start >= first.End
        && string.IsNullOrWhiteSpace(first.Passage.Text[(first.End - first.Passage.Start)..(second.Start - first.Passage.Start)]);
}
