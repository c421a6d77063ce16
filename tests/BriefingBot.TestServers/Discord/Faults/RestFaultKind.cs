namespace BriefingBot.TestServers.Discord.Faults;

/// <summary>What can happen to a REST request.</summary>
public enum RestFaultKind
{
    /// <summary>An error status (<see cref="RestFault.Status"/>) with a plain body; the request has no effect.</summary>
    ErrorStatus,

    /// <summary>The request takes effect, and is answered with an error status all the same.</summary>
    ErrorStatusAfterEffect,

    /// <summary>429 of the bot's own bucket.</summary>
    RateLimitUser,

    /// <summary>429 over all routes.</summary>
    RateLimitGlobal,

    /// <summary>429 of a resource shared with other bots; not counted as an invalid request.</summary>
    RateLimitShared,

    /// <summary>429 from the edge: HTML, Retry-After and no X-RateLimit headers.</summary>
    RateLimitEdge,

    /// <summary>The answer comes later by <see cref="RestFault.Duration"/>.</summary>
    Delay,

    /// <summary>The TCP connection ends and the request has no effect.</summary>
    DropTcp,

    /// <summary>The request takes effect, then the TCP connection ends without an answer.</summary>
    DropTcpAfterEffect,
}
