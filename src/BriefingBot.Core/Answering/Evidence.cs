using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval;

namespace BriefingBot.Core.Answering;

/// <summary>The retrieved passages, searchable for quotes.</summary>
internal sealed class Evidence(RetrievedPassages retrieved)
{
    private readonly Dictionary<PassageId, StoredPassage> _passages = retrieved.Passages.ToDictionary(p => p.Passage.Id, p => p.Passage);
    private readonly Dictionary<PassageId, NormalizedText> _texts = [];

    /// <summary>Finds the quote in the cited passage, or else in the first retrieved passage that has it; null when none has.</summary>
    public LocatedQuote? Locate(DraftCitation citation)
    {
        if (_passages.TryGetValue(citation.Passage, out var cited) && FindIn(cited, citation.Quote) is { } quote)
        {
            return quote;
        }

        return _passages.Values.Select(passage => FindIn(passage, citation.Quote)).FirstOrDefault(found => found is not null);
    }

    private LocatedQuote? FindIn(StoredPassage passage, string? quote)
    {
        if (quote is null)
        {
            return null;
        }

        if (!_texts.TryGetValue(passage.Id, out var text))
        {
            _texts[passage.Id] = text = new NormalizedText(passage.Text);
        }

        return text.Find(quote) is { } found ? new LocatedQuote(passage, passage.Start + found.Start, passage.Start + found.End) : null;
    }
}
