namespace BriefingBot.Slack.Protocol.People;

/// <summary>How a person is called.</summary>
internal sealed record UserProfile
{
    /// <summary>Chosen by the person; may be empty.</summary>
    public string? DisplayName { get; init; }

    public string? RealName { get; init; }
}
