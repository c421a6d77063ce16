namespace BriefingBot.Slack.Protocol.People;

/// <summary>A channel or direct messages, as far as they are read.</summary>
internal sealed record Channel
{
    public string Id
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Null for direct messages.</summary>
    public string? Name { get; init; }

    public bool IsIm { get; init; }

    public bool IsMpim { get; init; }

    public bool IsPrivate { get; init; }

    public bool IsArchived { get; init; }

    /// <summary>The bot is in it.</summary>
    public bool IsMember { get; init; }

    /// <summary>Shared with another organisation.</summary>
    public bool IsExtShared { get; init; }

    /// <summary>The person of direct messages.</summary>
    public string? User { get; init; }
}
