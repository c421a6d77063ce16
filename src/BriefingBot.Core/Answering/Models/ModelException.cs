using BriefingBot.Core.Diagnostics;

namespace BriefingBot.Core.Answering.Models;

/// <summary>
/// A language model did not do its work. The message is for administrators: what happened and what to do, no secret, no stack.
/// </summary>
/// <param name="message">What happened and what to do.</param>
/// <param name="reason">What it means to the answer.</param>
/// <param name="retryAfter">How long the provider asks to be left alone; null when it does not say.</param>
/// <param name="inner">The cause.</param>
public sealed class ModelException(string message, ModelFallback reason, TimeSpan? retryAfter = null, Exception? inner = null)
    : OperatorException(message, inner)
{
    /// <summary>What it means to the answer.</summary>
    public ModelFallback Reason { get; } = reason;

    /// <summary>How long the provider asks to be left alone.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
