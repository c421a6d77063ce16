namespace BriefingBot.TestServers.Slack.Faults;

/// <summary>What can happen to a call.</summary>
public enum WebApiFaultKind
{
    /// <summary>429 with Retry-After; the call has no effect.</summary>
    RateLimit,

    /// <summary>500 with a plain body; the call has no effect.</summary>
    ServerError,

    /// <summary>The call takes effect, and is answered 500 all the same.</summary>
    ServerErrorAfterEffect,

    /// <summary>The answer comes later by <see cref="WebApiFault.Duration"/>.</summary>
    Delay,

    /// <summary>The connection ends and the call has no effect.</summary>
    DropTcp,

    /// <summary>The call takes effect, then the connection ends without an answer.</summary>
    DropTcpAfterEffect,

    /// <summary>The call takes effect and nothing comes back for <see cref="WebApiFault.Duration"/>; then the connection ends.</summary>
    TimeoutAfterEffect,

    /// <summary>ok false with <see cref="WebApiFault.Error"/>; the call has no effect.</summary>
    Error,
}
