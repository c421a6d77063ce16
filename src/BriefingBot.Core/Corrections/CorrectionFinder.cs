using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Verification.Passages;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Language;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Corrections;

/// <summary>
/// Compares a cited article with its latest revision: which quoted sentences are gone or changed, what stands in their place, and whether
/// it carries a correction now. Quotes are compared by whole sentences. Stateless.
/// </summary>
public static class CorrectionFinder
{
    /// <summary>Sentences with less in common are no versions of each other (shared stems of all stems).</summary>
    private const double LeastLikeness = 0.3;

    private static readonly HashSet<string> CorrectionStems = [.. LanguageData.Lines("correction-words").Select(WordTokenizer.Stem)];

    /// <summary>The quotes that the new text does not have.</summary>
    /// <param name="cited">The article as it was cited.</param>
    /// <param name="citations">What was cited of it.</param>
    /// <param name="now">The article as it is.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static IReadOnlyList<CorrectedQuote> FindChanged(
        Article cited,
        IReadOnlyList<Citation> citations,
        Article now,
        CancellationToken cancellationToken
    )
    {
        var standing = SentencesOf(now).Select(Normalize).ToHashSet(StringComparer.Ordinal);
        List<CorrectedQuote> changed = [];
        foreach (string sentence in citations.SelectMany(citation => SentencesOf(cited, citation)).Distinct(StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!standing.Contains(Normalize(sentence)))
            {
                changed.Add(new CorrectedQuote(sentence, FindNearest(sentence, now)));
            }
        }

        return changed;
    }

    /// <summary>The correction that the article carries and did not carry when it was cited; null when there is none.</summary>
    public static string? FindNote(Article cited, Article now)
    {
        NormalizedText before = new(cited.Text);
        return now
            .Passages.Where(static passage => passage.Kind == PassageKind.Note)
            .Select(passage => now.Text[passage.Start..passage.End])
            .FirstOrDefault(note =>
                before.Find(note) is null && WordTokenizer.Tokenize(note).Any(static word => CorrectionStems.Contains(word.Stem))
            );
    }

    /// <summary>
    /// The sentences of the cited text that a quote stands in, each whole: "said five died" and "denied that five died" quote the same.
    /// </summary>
    internal static IEnumerable<string> SentencesOf(Article cited, Citation citation)
    {
        var passage = cited.Passages.FirstOrDefault(passage => passage.Start <= citation.Start && passage.End >= citation.End);
        return passage is null
            ? [citation.Quote]
            : Split(cited, passage)
                .Where(span => span.Start < citation.End && span.End > citation.Start)
                .Select(span => cited.Text[span.Start..span.End]);
    }

    private static IEnumerable<string> SentencesOf(Article article) =>
        article.Passages.SelectMany(passage => Split(article, passage)).Select(span => article.Text[span.Start..span.End]);

    private static IEnumerable<TextSpan> Split(Article article, Passage passage) =>
        SentenceSplitter
            .Split(article.Text.AsSpan(passage.Start, passage.End - passage.Start))
            .Select(span => new TextSpan(passage.Start + span.Start, passage.Start + span.End));

    private static string Normalize(string sentence) => new NormalizedText(sentence).Text.Trim(' ');

    private static string? FindNearest(string sentence, Article now)
    {
        var wanted = Stems(sentence);
        string? nearest = null;
        double best = LeastLikeness;
        foreach (string candidate in SentencesOf(now))
        {
            double likeness = Likeness(wanted, Stems(candidate));
            if (likeness > best)
            {
                (nearest, best) = (candidate, likeness);
            }
        }

        return nearest;
    }

    private static HashSet<string> Stems(string text) => [.. WordTokenizer.Tokenize(text).Select(static word => word.Stem)];

    private static double Likeness(HashSet<string> one, HashSet<string> other)
    {
        int shared = one.Count(other.Contains);
        return shared == 0 ? 0 : (double)shared / (one.Count + other.Count - shared);
    }
}
