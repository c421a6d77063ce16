using BriefingBot.Core.Coverage;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Retrieval.Calibration;

/// <summary>
/// Finds out how an encoder that was not measured spreads its cosines: headlines of the coverage are taken as questions and compared with
/// passages of their own articles and of others, by this encoder and by the one that was measured. The same pairs give two marks on either
/// scale. Thread-safe.
/// </summary>
public sealed partial class EncoderCalibrator(
    ICoverageStore store,
    IEmbeddingGenerator<string, Embedding<float>> encoder,
    EncoderCalibrations calibrations,
    ReferenceEncoder reference,
    ILogger<EncoderCalibrator> logger
)
{
    /// <summary>Enough for medians that are steady in the second decimal place, and little enough for every index run.</summary>
    private const int Headlines = 32;

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
            if (await MeasureAsync(cancellationToken) is var (own, measured, headlines))
            {
                calibrations.Adopt(own, measured, headlines);
                LogCalibrated(headlines, own.Unrelated, own.Related, measured.Unrelated, measured.Related);
            }
        }
        catch (EncoderException exception)
        {
            LogNotCalibrated(exception.Message);
        }

        return calibrations.Current;
    }

    /// <summary>
    /// The marks on the encoder's own scale and on the measured one; null when the coverage does not give enough, or the measured encoder
    /// does not run here.
    /// </summary>
    private async Task<(SimilarityAnchors Own, SimilarityAnchors Measured, int Headlines)?> MeasureAsync(
        CancellationToken cancellationToken
    )
    {
        var titles = await SampleAsync(cancellationToken);
        using var measuredEncoder = titles.Count < FewestHeadlines ? null : reference.Load();
        if (measuredEncoder is null)
        {
            return null;
        }

        var vectors = await encoder.GenerateAsync(titles.Select(title => title.Title), cancellationToken: cancellationToken);
        var pairs = await PairAsync(titles, vectors, cancellationToken);
        List<double> own = [];
        foreach (var pair in pairs)
        {
            own.AddRange(await store.GetSimilaritiesAsync(vectors[pair.Headline].Vector, [pair.Passage.Key], cancellationToken));
        }

        var asked = await measuredEncoder.GenerateAsync(titles.Select(title => title.Title), cancellationToken: cancellationToken);
        var passages = await measuredEncoder.GenerateAsync(
            pairs.Select(pair => PassageTexts.Of(pair.Passage.Kind, pair.Passage.Article.Title, pair.Passage.Text)),
            EncodingPurpose.ForPassages(),
            cancellationToken
        );
        List<double> measured = [.. pairs.Select((pair, i) => Cosine(asked[pair.Headline].Vector.Span, passages[i].Vector.Span))];

        int related = pairs.Count(pair => pair.IsRelated);
        if (related < FewestHeadlines || pairs.Count - related < FewestHeadlines)
        {
            return null;
        }

        var (ownAnchors, measuredAnchors) = (AnchorsOf(pairs, own), AnchorsOf(pairs, measured));
        return ownAnchors.Related - ownAnchors.Unrelated < LeastDistance ? null : (ownAnchors, measuredAnchors, related);
    }

    /// <summary>
    /// Each headline with the nearest passage of its own article and the one that is nearest to a headline half the list away.
    /// </summary>
    private async Task<List<TextPair>> PairAsync(
        List<ArticleHeader> titles,
        GeneratedEmbeddings<Embedding<float>> vectors,
        CancellationToken cancellationToken
    )
    {
        List<IReadOnlyList<StoredPassage>> near = [];
        foreach (var vector in vectors)
        {
            var hits = await store.SearchVectorsAsync(vector.Vector, CoverageFilter.None, Nearest, cancellationToken);
            near.Add(await store.LoadPassagesAsync([.. hits.Select(hit => hit.Key)], cancellationToken));
        }

        List<TextPair> pairs = [];
        for (int i = 0; i < titles.Count; i++)
        {
            var id = titles[i].Id;
            var foreign = near[(i + (titles.Count / 2)) % titles.Count]
                .FirstOrDefault(passage => passage.Kind == PassageKind.Body && passage.Article.Id != id);
            if (near[i].FirstOrDefault(passage => passage.Kind == PassageKind.Body && passage.Article.Id == id) is { } own)
            {
                pairs.Add(new TextPair(i, own, IsRelated: true));
            }

            if (foreign is not null)
            {
                pairs.Add(new TextPair(i, foreign, IsRelated: false));
            }
        }

        return pairs;
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
                sample.AddRange(
                    (
                        await store.ListArticlesAsync(CoverageFilter.None, (int)((long)i * first.Total / Headlines), 1, cancellationToken)
                    ).Articles
                );
            }
        }

        return [.. sample.Where(article => !article.TitleDerived && article.Title.Length > 0)];
    }

    private static SimilarityAnchors AnchorsOf(List<TextPair> pairs, List<double> cosines) =>
        new(Median(cosines.Where((_, i) => !pairs[i].IsRelated)), Median(cosines.Where((_, i) => pairs[i].IsRelated)));

    private static double Cosine(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        double product = 0;
        double leftNorm = 0;
        double rightNorm = 0;
        for (int i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            product += left[i] * right[i];
            leftNorm += left[i] * left[i];
            rightNorm += right[i] * right[i];
        }

        return leftNorm > 0 && rightNorm > 0 ? product / Math.Sqrt(leftNorm * rightNorm) : 0;
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    [LoggerMessage(
        EventIds.Retrieval + 1,
        LogLevel.Information,
        "Calibrated to the encoder by {Headlines} headlines: unrelated passages lie at {Unrelated:F3}, related ones at "
            + "{Related:F3}; on the measured scale {MeasuredUnrelated:F3} and {MeasuredRelated:F3}"
    )]
    private partial void LogCalibrated(int headlines, double unrelated, double related, double measuredUnrelated, double measuredRelated);

    [LoggerMessage(EventIds.Retrieval + 2, LogLevel.Warning, "The bot is not calibrated to this encoder yet: {Reason}")]
    private partial void LogNotCalibrated(string reason);
}
