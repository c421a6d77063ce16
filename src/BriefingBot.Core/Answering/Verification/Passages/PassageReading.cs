using BriefingBot.Core.Answering.Verification.Clauses;
using BriefingBot.Core.Answering.Verification.FactChecks;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Text;
using BriefingBot.Core.Text.Planted;

namespace BriefingBot.Core.Answering.Verification.Passages;

/// <summary>A retrieved passage as the check reads it: what was planted in it does not count, what is known of its article does.</summary>
internal sealed class PassageReading
{
    private IReadOnlyList<ClauseSentence>? _clauses;
    private ClauseSentence? _title;
    private HashSet<string>? _reporters;

    /// <param name="passage">The passage.</param>
    /// <param name="planted">The spans of its text that talk to machines.</param>
    public PassageReading(StoredPassage passage, IReadOnlyList<TextSpan> planted)
    {
        Passage = passage;
        Planted = planted;
        string text = PlantedInstructions.Blank(passage.Text, planted);
        Normalized = new NormalizedText(text);
        Sentences =
        [
            .. SentenceReader.Read(passage with { Text = text }).Select(sentence => new EvidenceSentence(sentence.Text, sentence.Start)),
        ];
        var article = passage.Article;
        string title = PlantedInstructions.Without(article.Title);
        Title = new NormalizedText(title);
        Known =
        [
            .. new[] { title, article.Outlet, article.Byline }
                .OfType<string>()
                .Where(known => known.Length > 0)
                .Select(known => new EvidenceSentence(known, -1)),
        ];
    }

    /// <summary>The passage.</summary>
    public StoredPassage Passage { get; }

    /// <summary>The spans of its text that talk to machines.</summary>
    public IReadOnlyList<TextSpan> Planted { get; }

    /// <summary>Its text, searchable for quotes.</summary>
    public NormalizedText Normalized { get; }

    /// <summary>The headline, searchable for quotes.</summary>
    public NormalizedText Title { get; }

    /// <summary>Its sentences in order.</summary>
    public IReadOnlyList<EvidenceSentence> Sentences { get; }

    /// <summary>Headline, outlet and byline of its article.</summary>
    public IReadOnlyList<EvidenceSentence> Known { get; }

    /// <summary>Its sentences as clauses, read when they are first needed.</summary>
    public IReadOnlyList<ClauseSentence> Clauses => _clauses ??= [.. Sentences.Select(sentence => ClauseReader.Read(sentence.Statement))];

    /// <summary>The headline as clauses, or null without one.</summary>
    public ClauseSentence? TitleClauses =>
        _title ??= Known.Count > 0 && Title.Text.Length > 0 ? ClauseReader.Read(Known[0].Statement) : null;

    /// <summary>The roots of the words of outlet and author.</summary>
    public IReadOnlySet<string> Reporters =>
        _reporters ??= Known
            .Skip(1)
            .SelectMany(known => known.Tokens)
            .Select(token => EnglishVerbs.RootOf(token.Key))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>The dates that it names, resolved against the day of publication.</summary>
    public DateEvidence Dates =>
        field ??= new DateEvidence(
            Sentences.Concat(Known).SelectMany(sentence => sentence.Statement.Dates),
            Sentences.Concat(Known).SelectMany(sentence => sentence.Statement.Numbers),
            Passage.Article.Published?.Day
        );

    /// <summary>Has it the stem anywhere?</summary>
    public bool Has(string stem) =>
        Sentences.Any(sentence => sentence.Stems.Contains(stem)) || Known.Any(known => known.Stems.Contains(stem));
}
