namespace BriefingBot.Discord.Gateway.Sessions;

/// <summary>A shard's session: where it is taken up, how far it was received, how far it was dealt with. Thread-safe.</summary>
internal sealed class GatewaySession
{
    private readonly Lock _gate = new();
    private string? _id;
    private string? _resumeUrl;
    private long? _received;
    private long _handled;

    /// <summary>
    /// The last number received; null before the first. For heartbeats, and to resume while the events are still in memory.
    /// </summary>
    public long? Received
    {
        get
        {
            lock (_gate)
            {
                return _received;
            }
        }
    }

    /// <summary>The session's id; null when there is none to take up.</summary>
    public string? Id
    {
        get
        {
            lock (_gate)
            {
                return _id;
            }
        }
    }

    /// <summary>Where it is taken up.</summary>
    public string? ResumeUrl
    {
        get
        {
            lock (_gate)
            {
                return _resumeUrl;
            }
        }
    }

    /// <summary>A session that a former process left.</summary>
    public void Restore(SavedSession saved)
    {
        lock (_gate)
        {
            (_id, _resumeUrl, _received, _handled) = (saved.SessionId, saved.ResumeUrl, saved.Sequence, saved.Sequence);
        }
    }

    /// <summary>A new session stands.</summary>
    public void Start(string id, string resumeUrl)
    {
        lock (_gate)
        {
            (_id, _resumeUrl, _handled) = (id, resumeUrl, 0);
        }
    }

    /// <summary>The session is lost.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            (_id, _resumeUrl, _received, _handled) = (null, null, null, 0);
        }
    }

    /// <summary>A dispatch came in.</summary>
    public void Receive(long sequence)
    {
        lock (_gate)
        {
            _received = sequence;
        }
    }

    /// <summary>An event was dealt with; one of a former session changes nothing.</summary>
    public void Handle(GatewayEvent dealtWith)
    {
        lock (_gate)
        {
            if (dealtWith.SessionId == _id)
            {
                _handled = dealtWith.Sequence;
            }
        }
    }

    /// <summary>What the next process needs; null when there is no session.</summary>
    public SavedSession? ToSaved(string tokenMark)
    {
        lock (_gate)
        {
            return _id is null || _resumeUrl is null ? null : new SavedSession(_id, _resumeUrl, _handled, tokenMark);
        }
    }
}
