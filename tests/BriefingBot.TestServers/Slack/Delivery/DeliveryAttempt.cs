namespace BriefingBot.TestServers.Slack.Delivery;

/// <summary>One attempt to bring something to the bot.</summary>
/// <param name="Number">0 for the first, then the number of the retry; a duplicate has the number of what it repeats.</param>
/// <param name="At">When it was sent.</param>
/// <param name="Reason">Why it is a retry (http_timeout, connection_failed, http_error...); empty for the first.</param>
/// <param name="Socket">The number of the socket it went by; null over HTTP, or when none was open.</param>
public sealed record DeliveryAttempt(int Number, DateTimeOffset At, string Reason, int? Socket)
{
    /// <summary>Until the ack or the answer 2xx; null when none came in time.</summary>
    public TimeSpan? AckLatency { get; internal set; }

    /// <summary>The answer over HTTP.</summary>
    public int? HttpStatus { get; internal set; }

    /// <summary>How it failed; null while it is open, and when it did not.</summary>
    public string? Failure { get; internal set; }
}
