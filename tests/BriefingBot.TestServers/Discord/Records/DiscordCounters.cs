namespace BriefingBot.TestServers.Discord.Records;

/// <summary>What happened so far, in numbers.</summary>
public sealed record DiscordCounters
{
    /// <summary>WebSockets opened.</summary>
    public int Connections { get; internal set; }

    public int Identifies { get; internal set; }

    /// <summary>Identifies refused with op 9 because they came too fast.</summary>
    public int ThrottledIdentifies { get; internal set; }

    public int Resumes { get; internal set; }

    /// <summary>Resumes of sessions that are not there, answered op 9 false.</summary>
    public int FailedResumes { get; internal set; }

    public int Heartbeats { get; internal set; }

    /// <summary>Connections closed because no heartbeat came.</summary>
    public int MissedHeartbeats { get; internal set; }

    /// <summary>Payloads read from clients.</summary>
    public int GatewaySends { get; internal set; }

    public int PresenceUpdates { get; internal set; }

    /// <summary>Messages and interactions of users that no session could receive.</summary>
    public int UndeliveredEvents { get; internal set; }

    public int Requests { get; internal set; }

    /// <summary>Answers 429 of any scope, by rule or by fault.</summary>
    public int RateLimited { get; internal set; }

    /// <summary>Answers 401, 403 and 429, the shared scope left out.</summary>
    public int InvalidRequests { get; internal set; }

    /// <summary>Creations answered with the message that was there already, by nonce.</summary>
    public int NonceDuplicates { get; internal set; }

    /// <summary>Requests that named an unknown field, a number too long and so on (400).</summary>
    public int BadRequests { get; internal set; }

    /// <summary>Interaction callbacks that came after the deadline (10062).</summary>
    public int LateCallbacks { get; internal set; }

    /// <summary>Bulk overwrites of commands.</summary>
    public int CommandOverwrites { get; internal set; }

    /// <summary>Messages that the bot posted, follow-ups and ephemeral ones included.</summary>
    public int BotMessages { get; internal set; }

    /// <summary>Edits of the bot's messages.</summary>
    public int BotEdits { get; internal set; }
}
