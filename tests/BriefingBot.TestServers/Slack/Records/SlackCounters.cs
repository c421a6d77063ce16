namespace BriefingBot.TestServers.Slack.Records;

/// <summary>What happened so far, in numbers.</summary>
public sealed record SlackCounters
{
    /// <summary>Calls of the Web API and of response_urls.</summary>
    public int Calls { get; internal set; }

    /// <summary>Answers with ok false.</summary>
    public int Errors { get; internal set; }

    /// <summary>Answers 429, by rule or by fault.</summary>
    public int RateLimited { get; internal set; }

    /// <summary>Sockets opened.</summary>
    public int Connections { get; internal set; }

    /// <summary>Attempts to bring an event, a command or an interaction, retries and duplicates among them.</summary>
    public int Attempts { get; internal set; }

    /// <summary>Attempts that were retries.</summary>
    public int Retries { get; internal set; }

    /// <summary>Events sent a second time without need, by fault.</summary>
    public int Duplicates { get; internal set; }

    /// <summary>Deliveries acknowledged in time.</summary>
    public int Acks { get; internal set; }

    /// <summary>Acks that came after the deadline.</summary>
    public int LateAcks { get; internal set; }

    /// <summary>Acks thrown away by fault.</summary>
    public int LostAcks { get; internal set; }

    /// <summary>Deliveries that no attempt brought.</summary>
    public int FailedDeliveries { get; internal set; }

    /// <summary>Messages that the bot posted, streamed and ephemeral ones and those of response_urls included.</summary>
    public int BotMessages { get; internal set; }

    /// <summary>Streams begun.</summary>
    public int Streams { get; internal set; }
}
