namespace BriefingBot.TestServers.Models.Records;

/// <summary>What happened so far, in numbers.</summary>
public sealed record ModelCounters
{
    public int Requests { get; internal set; }

    /// <summary>Requests to write, of both protocols.</summary>
    public int Calls { get; internal set; }

    public int EmbeddingRequests { get; internal set; }

    /// <summary>Texts embedded.</summary>
    public int EmbeddedTexts { get; internal set; }

    /// <summary>Answers 400 to 499.</summary>
    public int Refused { get; internal set; }

    /// <summary>Answers 500 and above.</summary>
    public int Failed { get; internal set; }

    /// <summary>Requests whose client left before the end.</summary>
    public int Abandoned { get; internal set; }

    /// <summary>Requests that are being answered now.</summary>
    public int Concurrent { get; internal set; }

    /// <summary>The most that there ever were at once.</summary>
    public int MaxConcurrent { get; internal set; }

    public long InputTokens { get; internal set; }

    public long OutputTokens { get; internal set; }
}
