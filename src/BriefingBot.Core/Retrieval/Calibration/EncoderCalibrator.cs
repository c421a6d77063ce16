using BriefingBot.Core.Coverage;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Retrieval.Calibration;

/// <summary>
/// Finds out how an encoder that was not measured spreads its cosines, from the coverage itself: headlines are taken as questions, and how near they are to passages
/// of their own articles and of others gives the two marks by which its scale is brought to the measured one. Thread-safe.
/// </summary>
public sealed partial class EncoderCalibrator(
    ICoverageStore store,
    IEmbeddingGenerator<string, Embedding<float>> encoder,
    EncoderCalibrations calibrations,
    ILogger<EncoderCalibrator> logger)
{
    /// <summary>Enough for a median that is steady in the second decimal place, and one request of a server.</summary>
    private const int Headlines = 48;

    /// <summary>With fewer than these the marks say more of the articles than of the encoder.</summary>
    private const int FewestHeadlines = 4;
    private const int Nearest = 20;

    /// <summary>Marks nearer to each other than this would blow up noise.</summary>
    private const double LeastDistance = 0.02;

    /// <summary>Calibrates, unless the encoder was measured. What cannot be found out changes nothing.</summary>
    /// <returns>What counts from now on; null for an encoder that was measured.</returns>
    public async Task<EncoderCalibration?> CalibrateAsync(CancellationToken cancellationToken)
    {
        if (calibrations.IsMeasured)
        {
            return null;
        }

        try
        {
            if (await MeasureAsync(cancellationToken) is { } found)
            {
                calibrations.Adopt(found.Anchors, found.Headlines);
                LogCalibrated(found.Headlines, found.Anchors.Unrelated, found.Anchors.Related);
            }
        }
        catch (EncoderException exception)
        {
            LogNotCalibrated(exception.Message);
        }

        return calibrations.Current;
    }

    /// <summary>The marks on the encoder's own scale and from how many headlines; null when the coverage does not give enough.</summary>
    public async Task<(SimilarityAnchors Anchors, int Headlines)?> MeasureAsync(CancellationToken cancellationToken)
    {
        var titles = await SampleAsync(cancellationToken);
        if (titles.Count < FewestHeadlines)
        {
            return null;
        }

        var vectors = await encoder.GenerateAsync(titles.Select(title => title.Title), cancellationToken: cancellationToken);
        List<IReadOnlyList<StoredPassage>> near = [];
        foreach (var vector in vectors)
        {
            var hits = await store.SearchVectorsAsync(vector.Vector, CoverageFilter.None, Nearest, cancellationToken);
            near.Add(await store.LoadPassagesAsync([.. hits.Select(hit => hit.Key)], cancellationToken));
        }

        List<double> related = [];
        List<double> unrelated = [];
        for (int i = 0; i < titles.Count; i++)
        {
            var own = near[i].Where(passage => passage.Kind == PassageKind.Body && passage.Article.Id == titles[i].Id);
            var foreign = near[(i + (titles.Count / 2)) % titles.Count].Where(passage => passage.Kind == PassageKind.Body && passage.Article.Id != titles[i].Id);
            related.AddRange((await CompareAsync(vectors[i], own, cancellationToken)).OrderDescending().Take(1));
            unrelated.AddRange(await CompareAsync(vectors[i], foreign, cancellationToken));
        }

        if (related.Count < FewestHeadlines || unrelated.Count == 0)
        {
            return null;
        }

        SimilarityAnchors anchors = new(Median(unrelated), Median(related));
        return anchors.Related - anchors.Unrelated < LeastDistance ? null : (anchors, related.Count);
    }

    private async Task<List<ArticleHeader>> SampleAsync(CancellationToken cancellationToken)
    {
        var first = await store.ListArticlesAsync(CoverageFilter.None, 0, Headlines, cancellationToken);
        List<ArticleHeader> sample = [.. first.Articles];
        if (first.Total > Headlines)
        {
            // Evenly over the whole coverage: what is new may all be of one story.
            sample.Clear();
            for (int i = 0; i < Headlines; i++)
            {
                sample.AddRange((await store.ListArticlesAsync(CoverageFilter.None, (int)((long)i * first.Total / Headlines), 1, cancellationToken)).Articles);
            }
        }

        return [.. sample.Where(article => !article.TitleDerived && article.Title.Length > 0)];
    }

    private async Task<IReadOnlyList<double>> CompareAsync(Embedding<float> headline, IEnumerable<StoredPassage> passages, CancellationToken cancellationToken) =>
        await store.GetSimilaritiesAsync(headline.Vector, [.. passages.Select(passage => passage.Key)], cancellationToken);

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    [LoggerMessage(EventIds.Retrieval + 1, LogLevel.Information, "Calibrated to the encoder by {Headlines} headlines: unrelated passages lie at {Unrelated:F3}, related ones at {Related:F3}")]
    private partial void LogCalibrated(int headlines, double unrelated, double related);

    [LoggerMessage(EventIds.Retrieval + 2, LogLevel.Warning, "The bot is not calibrated to this encoder yet: {Reason}")]
    private partial void LogNotCalibrated(string reason);
}
