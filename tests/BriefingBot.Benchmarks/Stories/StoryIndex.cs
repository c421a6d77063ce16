using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Calibration;
using BriefingBot.Core.Stories.Deciding;
using BriefingBot.Inference.Encoders;
using BriefingBot.Storage.Sql.Stories;
using BriefingBot.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Benchmarks.Stories;

/// <summary>A finished index in a data folder, with its stories. Opening brings its schema forward.</summary>
internal sealed class StoryIndex : IDisposable
{
    private readonly Dictionary<ArticleId, StoryProfile> _profiles = [];

    private StoryIndex(SqliteCoverageStore coverage)
    {
        Coverage = coverage;
        Stories = new SqlStoryStore(coverage, TimeProvider.System);
        Calibrations = new EncoderCalibrations(ShippedEncoder.Identity);
    }

    public SqliteCoverageStore Coverage { get; }

    public SqlStoryStore Stories { get; }

    public EncoderCalibrations Calibrations { get; }

    /// <summary>Opens it.</summary>
    public static async Task<StoryIndex> OpenAsync(string data, CancellationToken cancellationToken)
    {
        SqliteStoreOptions options = new() { Path = Path.Combine(data, "briefingbot.sqlite") };
        SqliteCoverageStore coverage = new(
            Options.Create(options),
            ShippedEncoder.Identity,
            TimeProvider.System,
            NullLogger<SqliteCoverageStore>.Instance
        );
        await coverage.OpenAsync(cancellationToken);
        return new StoryIndex(coverage);
    }

    /// <summary>What an article is compared by.</summary>
    public async Task<StoryProfile> ReadAsync(ArticleId id, CancellationToken cancellationToken)
    {
        if (!_profiles.TryGetValue(id, out var profile))
        {
            var stored =
                await Coverage.FindArticleAsync(id, null, cancellationToken)
                ?? throw new InvalidOperationException($"The index has no article {id}.");
            profile = new StoryProfile(stored.Article, await Stories.GetVectorsAsync(id, cancellationToken));
            _profiles.Add(id, profile);
        }

        return profile;
    }

    public void Dispose() => Coverage.Dispose();
}
