using System.Diagnostics.Metrics;

namespace BriefingBot.Core.Diagnostics;

/// <summary>The product's own metrics, in one place.</summary>
public static class Metrics
{
    /// <summary>The meter that a collector listens to.</summary>
    public const string MeterName = "BriefingBot";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Questions = Meter.CreateCounter<long>(
        "briefingbot.questions",
        "{question}",
        "Questions that were worked on to the end."
    );
    private static readonly Counter<long> Answers = Meter.CreateCounter<long>(
        "briefingbot.answers",
        "{answer}",
        "Questions that were answered."
    );
    private static readonly Counter<long> Abstentions = Meter.CreateCounter<long>(
        "briefingbot.abstentions",
        "{answer}",
        "Questions that the coverage does not answer."
    );
    private static readonly Counter<long> Dropped = Meter.CreateCounter<long>(
        "briefingbot.sentences.dropped",
        "{sentence}",
        "Sentences of drafts that did not pass the check."
    );
    private static readonly Histogram<double> Durations = Meter.CreateHistogram<double>(
        "briefingbot.question.duration",
        "s",
        "From a question to its answer."
    );
    private static readonly Counter<long> Fallbacks = Meter.CreateCounter<long>(
        "briefingbot.fallbacks",
        "{answer}",
        "Answers that the model should have written and did not, or not all of."
    );
    private static readonly Counter<long> Spared = Meter.CreateCounter<long>(
        "briefingbot.model.spared",
        "{call}",
        "Calls that were not made because the model's provider is left alone for a while."
    );
    private static readonly Counter<long> Tokens = Meter.CreateCounter<long>(
        "briefingbot.model.tokens",
        "{token}",
        "Tokens that the model read and wrote."
    );
    private static readonly Counter<double> Costs = Meter.CreateCounter<double>(
        "briefingbot.model.cost",
        "{currency}",
        "What the model cost by the configured prices."
    );

    /// <summary>Counts a question and its answer.</summary>
    /// <param name="composer">Who wrote it.</param>
    /// <param name="abstained">The coverage does not say.</param>
    /// <param name="dropped">The reason of each sentence that did not pass the check.</param>
    /// <param name="elapsed">From the question to its answer.</param>
    public static void Answered(string composer, bool abstained, IEnumerable<string> dropped, TimeSpan elapsed)
    {
        KeyValuePair<string, object?> tag = new("composer", composer);
        Questions.Add(1);
        (abstained ? Abstentions : Answers).Add(1, tag);
        Durations.Record(elapsed.TotalSeconds, tag);
        foreach (var reason in dropped.CountBy(static reason => reason))
        {
            Dropped.Add(reason.Value, new KeyValuePair<string, object?>("reason", reason.Key));
        }
    }

    /// <summary>Counts an answer that the model did not write, or not all of.</summary>
    public static void FellBack(string reason) => Fallbacks.Add(1, new KeyValuePair<string, object?>("reason", reason));

    /// <summary>Counts a call that ended at once because the provider is left alone for a while.</summary>
    /// <param name="reason">How the provider had failed.</param>
    public static void ModelSpared(string reason) => Spared.Add(1, new KeyValuePair<string, object?>("reason", reason));

    /// <summary>Counts a use of the model, failed ones too.</summary>
    /// <param name="tags">What it was used for, of which provider and model.</param>
    /// <param name="inputTokens">Tokens that it read.</param>
    /// <param name="outputTokens">Tokens that it wrote.</param>
    /// <param name="cost">By the configured prices; null: no price is known.</param>
    public static void ModelUsed(KeyValuePair<string, object?>[] tags, int inputTokens, int outputTokens, decimal? cost)
    {
        Tokens.Add(inputTokens, [.. tags, new("direction", "input")]);
        Tokens.Add(outputTokens, [.. tags, new("direction", "output")]);
        if (cost is { } paid)
        {
            Costs.Add((double)paid, tags);
        }
    }
}
