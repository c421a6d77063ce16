using System.Diagnostics.Metrics;
using BriefingBot.Core.Answering;

namespace BriefingBot.Core.Diagnostics;

/// <summary>The counters of the product, in one place.</summary>
public static class Metrics
{
    /// <summary>The meter that a collector listens to.</summary>
    public const string MeterName = "BriefingBot";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Answers = Meter.CreateCounter<long>("briefingbot.answers", "{answer}", "Questions that were answered.");
    private static readonly Counter<long> Abstentions = Meter.CreateCounter<long>("briefingbot.abstentions", "{answer}", "Questions that the coverage does not answer.");
    private static readonly Counter<long> Dropped = Meter.CreateCounter<long>("briefingbot.sentences.dropped", "{sentence}", "Sentences of drafts that did not stand the check.");

    /// <summary>Counts an answer.</summary>
    public static void Answered(VerifiedAnswer answer)
    {
        (answer.Abstained ? Abstentions : Answers).Add(1);
        Dropped.Add(answer.Dropped);
    }
}
