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

    private static readonly Counter<long> Fallbacks = Meter.CreateCounter<long>("briefingbot.model.fallbacks", "{answer}", "Answers that a configured model did not write, by reason.");
    private static readonly Counter<long> Spared = Meter.CreateCounter<long>("briefingbot.model.spared", "{call}", "Calls that were not made because the model's provider is left alone, by reason.");

    /// <summary>Counts an answer that a configured model did not write, or not all of it.</summary>
    /// <param name="reason">Why; <see cref="ModelFallback.None"/> counts nothing.</param>
    public static void FellBack(ModelFallback reason)
    {
        if (reason != ModelFallback.None)
        {
            Fallbacks.Add(1, Reason(reason));
        }
    }

    /// <summary>Counts a call that ended at once because the provider is left alone for a while.</summary>
    /// <param name="reason">What the provider had failed of.</param>
    public static void ModelSpared(ModelFallback reason) => Spared.Add(1, Reason(reason));

    /// <summary>Counts an answer.</summary>
    public static void Answered(VerifiedAnswer answer)
    {
        (answer.Abstained ? Abstentions : Answers).Add(1);
        Dropped.Add(answer.Dropped);
    }

    private static KeyValuePair<string, object?> Reason(ModelFallback reason) => new("reason", reason switch
    {
        ModelFallback.TimedOut => "timed_out",
        ModelFallback.RateLimited => "rate_limited",
        ModelFallback.Unavailable => "unavailable",
        ModelFallback.CutOff => "cut_off",
        ModelFallback.NotVerified => "not_verified",
        ModelFallback.UserLimit => "user_limit",
        ModelFallback.DailyLimit => "daily_limit",
        _ => "none",
    });
}
