using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Conversations.Requests;

/// <summary>Which articles are asked for; what is null does not limit.</summary>
internal sealed record ArticleRequest
{
    /// <summary>What they are about.</summary>
    public string? Topic { get; init; }

    /// <summary>The outlet or author that they are by, as it was typed.</summary>
    public string? Source { get; init; }

    /// <summary>When they were published; undated ones are left out.</summary>
    public TimeWindow? Period { get; init; }

    /// <summary>What only mentions the topic is enough.</summary>
    public bool Mentions { get; init; }

    /// <summary>The topic's own words are wanted, not what is near in meaning.</summary>
    public bool IsLiteral { get; init; }
}
