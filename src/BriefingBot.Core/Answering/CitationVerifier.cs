using System.Globalization;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering;

/// <summary>
/// The gate: deterministic, no model, and it does not ask who wrote the draft. A sentence passes when every quote it rests on stands verbatim in the cited
/// passage, and its numbers, names, quoted spans and links stand in what it cites. A citation that names the wrong passage is moved to the retrieved one that
/// has the quote; a sentence that fails is dropped and counted. One verifier checks one draft, sentence by sentence as they are written; not thread-safe.
/// </summary>
public sealed class CitationVerifier(RetrievedPassages retrieved)
{
    private readonly Evidence _evidence = new(retrieved);
    private readonly CitationList _citations = new();
    private readonly List<VerifiedSentence> _sentences = [];
    private readonly List<DroppedSentence> _dropped = [];
    private bool _paragraphPending;

    /// <summary>How many sentences were dropped so far.</summary>
    public int Dropped => _dropped.Count;

    /// <summary>Checks a whole draft against what was retrieved; the answer speaks for the day <paramref name="asOf"/>.</summary>
    public static VerifiedAnswer Verify(DraftAnswer draft, RetrievedPassages retrieved, DateOnly asOf)
    {
        CitationVerifier verifier = new(retrieved);
        foreach (var sentence in draft.Sentences)
        {
            verifier.Add(sentence);
        }

        return verifier.Complete(draft.Composer, asOf);
    }

    /// <summary>Checks the next sentence; null when it did not stand the check and was dropped.</summary>
    public VerifiedSentence? Add(DraftSentence sentence)
    {
        _paragraphPending |= sentence.StartsParagraph;
        var (located, reason) = Check(sentence);
        if (located is null)
        {
            _dropped.Add(new DroppedSentence(sentence.Text, reason));
            return null;
        }

        int[] numbers = [.. located.Select(_citations.Add).Distinct()];
        VerifiedSentence verified = new(sentence.Text, numbers, _paragraphPending && _sentences.Count > 0);
        _sentences.Add(verified);
        _paragraphPending = false;
        return verified;
    }

    /// <summary>What stood the check so far: a copy that later sentences do not change.</summary>
    public AnswerInProgress SoFar() => new([.. _sentences], _citations.ToList());

    /// <summary>The answer of the sentences that stood the check; a refusal when none did.</summary>
    public VerifiedAnswer Complete(ComposerKind composer, DateOnly asOf) => new()
    {
        Sentences = [.. _sentences],
        Citations = _citations.ToList(),
        DroppedSentences = [.. _dropped],
        Composer = composer,
        AsOf = asOf,
        Nearest = _sentences.Count > 0 ? [] : NearestArticles(retrieved),
    };

    private (List<LocatedQuote>? Located, DropReason Reason) Check(DraftSentence sentence)
    {
        if (string.IsNullOrWhiteSpace(sentence.Text) || sentence.Citations.Count == 0)
        {
            return (null, DropReason.Uncited);
        }

        List<LocatedQuote> located = [];
        foreach (var citation in sentence.Citations)
        {
            if (_evidence.Locate(citation) is not { } quote)
            {
                return (null, DropReason.CitationNotFound);
            }

            located.Add(quote);
        }

        return FindFault(sentence.Text, [.. located.Select(quote => quote.Passage)]) is { } fault ? (null, fault) : (located, default);
    }

    private static DropReason? FindFault(string sentence, IReadOnlyList<StoredPassage> cited)
    {
        NormalizedText said = new(string.Join('\n', cited.Select(Context)));
        var numbers = FactExtractor.Numbers(said.Text).ToHashSet(StringComparer.Ordinal);
        return !FactExtractor.Links(sentence).All(link => cited.Any(p => p.Text.Contains(link, StringComparison.Ordinal) || p.Article.Url == link)) ? DropReason.LinkNotFound
            : !FactExtractor.Quotes(sentence).All(quote => said.Find(quote) is not null) ? DropReason.QuoteNotFound
            : !FactExtractor.Numbers(sentence).All(numbers.Contains) ? DropReason.NumberNotFound
            : !FactExtractor.Names(sentence).All(said.HasWord) || !FactExtractor.Openers(sentence).All(word => IsBorneOut(word, said)) ? DropReason.NameNotFound
            : null;
    }

    /// <summary>A word that opens a sentence may be a name: unless it is a common opener, it must stand in what is cited, in some form.</summary>
    private static bool IsBorneOut(string opener, NormalizedText said) =>
        said.HasWord(opener) || SentenceOpeners.Open(opener) || WordTokenizer.Stem(opener) is var stem
        && (StopWords.Contains(stem) || WordTokenizer.Tokenize(said.Text).Any(token => token.Stem == stem));

    /// <summary>What a sentence may draw names and numbers from: the passage, and what is known of its article.</summary>
    private static string Context(StoredPassage passage)
    {
        var article = passage.Article;
        string date = article.Published is { } published
            ? $"{published} {published.Day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture)} {published.Day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}"
            : "";
        return $"{passage.Text}\n{article.Title}\n{article.Outlet}\n{article.Byline}\n{date}";
    }

    private static IReadOnlyList<ArticleHeader> NearestArticles(RetrievedPassages retrieved) =>
        [.. retrieved.Passages.Select(p => p.Passage.Article).DistinctBy(article => article.Id).Take(3)];
}
