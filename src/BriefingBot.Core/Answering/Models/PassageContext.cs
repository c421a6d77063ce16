using BriefingBot.Core.Answering.Prompts;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Text.Planted;

namespace BriefingBot.Core.Answering.Models;

/// <summary>
/// The passages that a model is given, numbered from 1 in their order; what in them talks to the machine that reads it is left out.
/// </summary>
/// <param name="Passages">Best first.</param>
public sealed record PassageContext(IReadOnlyList<StoredPassage> Passages)
{
    /// <summary>Each further passage of an article counts this much less than the one before, so that several articles are heard.</summary>
    private const double Repetition = 0.8;

    /// <summary>What the fence, outlet, title and date of a passage take.</summary>
    private const int OverheadTokens = 60;

    /// <summary>Below this share of the best score a passage is more noise than help.</summary>
    private const double ScoreRatio = 0.25;

    /// <summary>Chooses by score, with diversity over articles, until the budget is used up; the best passage is always in.</summary>
    /// <param name="retrieved">Best first.</param>
    /// <param name="tokens">The budget.</param>
    public static PassageContext Choose(IReadOnlyList<RetrievedPassage> retrieved, int tokens)
    {
        List<StoredPassage> chosen = [];
        List<RetrievedPassage> left = [.. retrieved.Where(p => IsReadable(p.Passage))];
        Dictionary<ArticleId, double> weights = [];
        double floor = left.Count == 0 ? 0 : left.Max(p => p.Score) * ScoreRatio;
        while (left.Count > 0)
        {
            var best = left.MaxBy(p => Weighed(p, weights))!;
            left.Remove(best);
            int cost = OverheadTokens + TokenEstimate.Of(best.Passage.Text);
            if (best.Score < floor || (chosen.Count > 0 && cost > tokens))
            {
                continue;
            }

            chosen.Add(best.Passage);
            tokens -= cost;
            var article = best.Passage.Article.Id;
            weights[article] = weights.GetValueOrDefault(article, 1) * Repetition;
        }

        return new PassageContext(chosen);
    }

    /// <summary>Takes passages in their order until the budget is used up; the first is always in.</summary>
    /// <param name="passages">In the order that they are to be read in.</param>
    /// <param name="tokens">The budget.</param>
    public static PassageContext InOrder(IReadOnlyList<StoredPassage> passages, int tokens)
    {
        List<StoredPassage> chosen = [];
        foreach (var passage in passages.Where(IsReadable))
        {
            tokens -= OverheadTokens + TokenEstimate.Of(passage.Text);
            if (chosen.Count > 0 && tokens < 0)
            {
                break;
            }

            chosen.Add(passage);
        }

        return new PassageContext(chosen);
    }

    /// <summary>The passages as they stand in a prompt; the youngest are marked.</summary>
    public string Write(PromptFences fences)
    {
        var newest = Passages.Max(p => p.Article.Published);
        bool severalDays = Passages.Select(p => p.Article.Published?.Day).Distinct().Skip(1).Any();
        return string.Join(
            "\n\n",
            Passages.Select(
                (p, i) =>
                    fences.Passage(
                        i + 1,
                        p.Article,
                        PlantedInstructions.Without(p.Article.Title),
                        severalDays && newest is not null && p.Article.Published?.Day == newest.Value.Day,
                        p.WithoutPlanted()
                    )
            )
        );
    }

    /// <summary>Bylines say nothing; of a passage that only talks to machines nothing would be left.</summary>
    private static bool IsReadable(StoredPassage passage) => passage.Kind != PassageKind.Byline && passage.WithoutPlanted().Length > 0;

    private static double Weighed(RetrievedPassage passage, Dictionary<ArticleId, double> weights) =>
        passage.Score * weights.GetValueOrDefault(passage.Passage.Article.Id, 1);
}
