using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace BriefingBot.Core.Diagnostics;

/// <summary>
/// The metrics of calls to models and encoders, by OpenTelemetry's semantic conventions for generative AI: names, units and buckets are
/// theirs.
/// </summary>
public static class GenAiMetrics
{
    private static readonly double[] SecondsBuckets =
    [
        0.01,
        0.02,
        0.04,
        0.08,
        0.16,
        0.32,
        0.64,
        1.28,
        2.56,
        5.12,
        10.24,
        20.48,
        40.96,
        81.92,
    ];
    private static readonly long[] TokenBuckets =
    [
        1,
        4,
        16,
        64,
        256,
        1024,
        4096,
        16384,
        65536,
        262144,
        1048576,
        4194304,
        16777216,
        67108864,
    ];
    private static readonly Meter Meter = new(Metrics.MeterName);

    private static readonly Histogram<double> Durations = Seconds(
        "gen_ai.client.operation.duration",
        "From a request to the end of its answer."
    );
    private static readonly Histogram<double> FirstChunks = Seconds(
        "gen_ai.client.operation.time_to_first_chunk",
        "From a request to the first piece of a streamed answer."
    );
    private static readonly Histogram<long> Tokens = Meter.CreateHistogram(
        "gen_ai.client.token.usage",
        "{token}",
        "Tokens read and written by one call.",
        tags: null,
        new InstrumentAdvice<long> { HistogramBucketBoundaries = TokenBuckets }
    );

    /// <summary>Records the length of a call.</summary>
    public static void Took(TimeSpan duration, in TagList tags) => Durations.Record(duration.TotalSeconds, tags);

    /// <summary>Records how long a streamed call took to its first piece.</summary>
    public static void Began(TimeSpan duration, in TagList tags) => FirstChunks.Record(duration.TotalSeconds, tags);

    /// <summary>Records the tokens of a call.</summary>
    /// <param name="type"><see cref="GenAi.InputTokens"/> or <see cref="GenAi.OutputTokens"/>.</param>
    /// <param name="count">How many.</param>
    /// <param name="tags">The call's attributes.</param>
    public static void Used(string type, long count, in TagList tags)
    {
        var typed = tags;
        typed.Add(GenAi.TokenType, type);
        Tokens.Record(count, typed);
    }

    private static Histogram<double> Seconds(string name, string description) =>
        Meter.CreateHistogram(
            name,
            "s",
            description,
            tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = SecondsBuckets }
        );
}
