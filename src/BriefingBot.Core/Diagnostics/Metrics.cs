using System.Diagnostics.Metrics;
using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Models;

namespace BriefingBot.Core.Diagnostics;

/// <summary>The product's own metrics, in one place.</summary>
public static class Metrics
{
    /// <summary>The meter that a collector listens to.</summary>
    public const string MeterName = "BriefingBot";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Questions = Meter.CreateCounter<long>("briefingbot.questions", "{question}", "Questions that were worked on to the end.");
    private static readonly Counter<long> Answers = Meter.CreateCounter<long>("briefingbot.answers", "{answer}", "Questions that were answered.");
    private static readonly Counter<long> Abstentions = Meter.CreateCounter<long>("briefingbot.abstentions", "{answer}", "Questions that the coverage does not answer.");
    private static readonly Counter<long> Dropped = Meter.CreateCounter<long>("briefingbot.sentences.dropped", "{sentence}", "Sentences of drafts that did not stand the check.");
    private static readonly Histogram<double> Durations = Meter.CreateHistogram<double>("briefingbot.question.duration", "s", "From a question to its answer.");
    private static readonly Counter<long> Fallbacks = Meter.CreateCounter<long>("briefingbot.fallbacks", "{answer}", "Answers that the model should have written and did not, or not all of.");
    private static readonly Counter<long> Spared = Meter.CreateCounter<long>("briefingbot.model.spared", "{call}", "Calls that were not made because the model's provider is left alone for a while.");
    private static readonly Counter<long> Tokens = Meter.CreateCounter<long>("briefingbot.model.tokens", "{token}", "Tokens that the model read and wrote.");
    private static readonly Counter<double> Costs = Meter.CreateCounter<double>("briefingbot.model.cost", "{currency}", "What the model cost by the configured prices.");

    /// <summary>Counts a question and its answer.</summary>
    public static void Answered(VerifiedAnswer answer, TimeSpan elapsed)
    {
        KeyValuePair<string, object?> composer = new("composer", answer.Composer.ToString().ToLowerInvariant());
        Questions.Add(1);
        (answer.Abstained ? Abstentions : Answers).Add(1, composer);
        Durations.Record(elapsed.TotalSeconds, composer);
        foreach (var reason in answer.DroppedSentences.CountBy(sentence => sentence.Reason))
        {
            Dropped.Add(reason.Value, new KeyValuePair<string, object?>("reason", reason.Key.ToString()));
        }
    }

    /// <summary>Counts an answer that the model did not write, or not all of.</summary>
    public static void FellBack(ModelFallback reason) => Fallbacks.Add(1, new KeyValuePair<string, object?>("reason", reason.ToString()));

    /// <summary>Counts a call that ended at once because the provider is left alone for a while.</summary>
    /// <param name="reason">How the provider had failed.</param>
    public static void ModelSpared(ModelFallback reason) => Spared.Add(1, new KeyValuePair<string, object?>("reason", reason.ToString()));

    /// <summary>Counts a use of the model, failed ones too.</summary>
    public static void ModelUsed(ModelPurpose purpose, ModelUse use)
    {
        KeyValuePair<string, object?>[] tags = [new("purpose", purpose.ToString()), new("provider", use.Provider), new("model", use.Model)];
        Tokens.Add(use.InputTokens, [.. tags, new("direction", "input")]);
        Tokens.Add(use.OutputTokens, [.. tags, new("direction", "output")]);
        if (use.Cost is { } cost)
        {
            Costs.Add((double)cost, tags);
        }
    }
}
