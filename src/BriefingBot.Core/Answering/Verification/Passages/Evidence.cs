using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Verification.Passages;

/// <summary>The retrieved passages, each read once when it is first needed. What was planted in them cannot be found.</summary>
internal sealed class Evidence(RetrievedPassages retrieved)
{
    private readonly Dictionary<PassageId, StoredPassage> _passages = retrieved.Passages.ToDictionary(p => p.Passage.Id, p => p.Passage);
    private readonly Dictionary<PassageId, NormalizedText> _texts = [];
    private readonly Dictionary<PassageId, PassageReading> _readings = [];
    private readonly Dictionary<PassageId, IReadOnlyList<TextSpan>> _planted = [];

    /// <summary>All retrieved passages, best first.</summary>
    public IEnumerable<StoredPassage> Passages => retrieved.Passages.Select(p => p.Passage);

    /// <summary>The passage, or null when it was not retrieved.</summary>
    public StoredPassage? Find(PassageId id) => _passages.GetValueOrDefault(id);

    /// <summary>The passage as the check reads it.</summary>
    public PassageReading Read(StoredPassage passage)
    {
        if (!_readings.TryGetValue(passage.Id, out var reading))
        {
            _readings[passage.Id] = reading = new PassageReading(passage, PlantedIn(passage));
        }

        return reading;
    }

    /// <summary>Finds the quote in the cited passage, or else in the first retrieved passage that has it; null when none has.</summary>
    public LocatedQuote? Locate(PassageId passage, string quote)
    {
        if (_passages.TryGetValue(passage, out var cited) && FindIn(cited, quote) is { } found)
        {
            return found;
        }

        return _passages.Values.Select(other => FindIn(other, quote)).FirstOrDefault(located => located is not null);
    }

    private LocatedQuote? FindIn(StoredPassage passage, string quote)
    {
        if (!_texts.TryGetValue(passage.Id, out var text))
        {
            _texts[passage.Id] = text = new NormalizedText(passage.Text);
        }

        return text.Find(quote) is { } found && !IsPlanted(passage, found.Start, found.End)
            ? new LocatedQuote(passage, passage.Start + found.Start, passage.Start + found.End)
            : null;
    }

    private bool IsPlanted(StoredPassage passage, int start, int end) =>
        PlantedIn(passage).Any(span => span.Start < end && start < span.End);

    private IReadOnlyList<TextSpan> PlantedIn(StoredPassage passage)
    {
        if (!_planted.TryGetValue(passage.Id, out var planted))
        {
            _planted[passage.Id] = planted = passage.FindPlanted();
        }

        return planted;
    }
}
