using BriefingBot.Core.Answering.Facts;
using BriefingBot.Core.Answering.Verification.FactChecks;

namespace BriefingBot.Core.Answering.Verification.Passages;

/// <summary>What a sentence may rest on: the passages that it cites, together with what is known of their articles.</summary>
internal sealed class EvidencePool
{
    private readonly IReadOnlyList<EvidenceSentence> _all;
    private readonly HashSet<string> _initials;

    /// <summary>Gathers it.</summary>
    public EvidencePool(IReadOnlyList<PassageReading> passages)
    {
        Passages = passages;
        Sentences = [.. passages.SelectMany(passage => passage.Sentences)];
        _all = [.. Sentences, .. passages.SelectMany(passage => passage.Known)];
        Numbers = [.. _all.SelectMany(sentence => sentence.Statement.Numbers)];
        Tokens = [.. _all.Select(sentence => sentence.Tokens)];
        _initials = Acronyms.InitialsOf(Tokens);
    }

    /// <summary>The cited passages.</summary>
    public IReadOnlyList<PassageReading> Passages { get; }

    /// <summary>Their sentences.</summary>
    public IReadOnlyList<EvidenceSentence> Sentences { get; }

    /// <summary>The words of every sentence, headline, outlet and byline.</summary>
    public IReadOnlyList<IReadOnlyList<EvidenceToken>> Tokens { get; }

    /// <summary>All numbers.</summary>
    public IReadOnlyList<StatedNumber> Numbers { get; }

    /// <summary>Does the stem stand anywhere?</summary>
    public bool Has(string stem) => _all.Any(sentence => sentence.Stems.Contains(stem));

    /// <summary>Does the word stand anywhere, in any case?</summary>
    public bool HasWord(string key) => Tokens.Any(sentence => sentence.Any(token => token.Key == key));

    /// <summary>Does the acronym stand anywhere, or words that it is made of?</summary>
    public bool HasAcronym(string key) => _initials.Contains(key) || HasWord(key);

    /// <summary>Does the number stand anywhere, with a unit that agrees?</summary>
    public bool Has(StatedNumber said) =>
        Numbers.Any(number => said.Equals(number, withUnit: true))
        || (said.Unit is null && Passages.Any(passage => passage.Dates.HasYear(said.Value)));

    /// <summary>Does a passage bear the date out?</summary>
    public bool Bears(StatedDate said) => Passages.Any(passage => passage.Dates.Bears(said));

    /// <summary>Do the words stand in one passage or its headline, exactly but for typography?</summary>
    public bool HasQuote(string quote) =>
        Passages.Any(passage => QuotedSpans.StandIn(quote, passage.Normalized) || QuotedSpans.StandIn(quote, passage.Title));
}
