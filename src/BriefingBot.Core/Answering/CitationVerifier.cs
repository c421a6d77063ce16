using System.Globalization;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering;

/// <summary>
/// The gate: deterministic, no model, and it does not ask who wrote the draft. A sentence passes when every quote it rests on stands verbatim in the cited
/// passage, and its numbers, names, quoted spans and links stand in what it cites. A citation that names the wrong passage is moved to the retrieved one that
/// has the quote; a sentence that fails is dropped and counted. Thread-safe.
/// </summary>
public static class CitationVerifier
{
    /// <summary>Checks a draft against what was retrieved; the answer speaks for the day <paramref name="asOf"/>.</summary>
    public static VerifiedAnswer Verify(DraftAnswer draft, RetrievedPassages retrieved, DateOnly asOf)
    {
        Evidence evidence = new(retrieved);
        CitationList citations = new();
        List<VerifiedSentence> sentences = [];
        int dropped = 0;
        bool paragraphPending = false;
        foreach (var sentence in draft.Sentences)
        {
            paragraphPending |= sentence.StartsParagraph;
            if (Check(sentence, evidence) is not { } located)
            {
                dropped++;
                continue;
            }

            int[] numbers = [.. located.Select(citations.Add).Distinct()];
            sentences.Add(new VerifiedSentence(sentence.Text, numbers, paragraphPending && sentences.Count > 0));
            paragraphPending = false;
        }

        return new VerifiedAnswer
        {
            Sentences = sentences,
            Citations = citations.ToList(),
            Dropped = dropped,
            Composer = draft.Composer,
            AsOf = asOf,
            Nearest = sentences.Count > 0 ? [] : NearestArticles(retrieved),
        };
    }

    private static List<LocatedQuote>? Check(DraftSentence sentence, Evidence evidence)
    {
        if (string.IsNullOrWhiteSpace(sentence.Text) || sentence.Citations.Count == 0)
        {
            return null;
        }

        List<LocatedQuote> located = [];
        foreach (var citation in sentence.Citations)
        {
            if (evidence.Locate(citation) is not { } quote)
            {
                return null;
            }

            located.Add(quote);
        }

        return Supports(sentence.Text, [.. located.Select(quote => quote.Passage)]) ? located : null;
    }

    private static bool Supports(string sentence, IReadOnlyList<StoredPassage> cited)
    {
        NormalizedText said = new(string.Join('\n', cited.Select(Context)));
        var numbers = FactExtractor.Numbers(said.Text).ToHashSet(StringComparer.Ordinal);
        return FactExtractor.Links(sentence).All(link => cited.Any(p => p.Text.Contains(link, StringComparison.Ordinal) || p.Article.Url == link))
            && FactExtractor.Quotes(sentence).All(quote => said.Find(quote) is not null)
            && FactExtractor.Numbers(sentence).All(numbers.Contains)
            && FactExtractor.Names(sentence).All(said.HasWord)
            && FactExtractor.Openers(sentence).All(word => IsBorneOut(word, said));
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
