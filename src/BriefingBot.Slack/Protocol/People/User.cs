namespace BriefingBot.Slack.Protocol.People;

/// <summary>A person or a bot, as far as it is read.</summary>
internal sealed record User
{
    public string Id
    {
        get;
        init => field = value ?? "";
    } = "";

    public string? TeamId { get; init; }

    public string? Name { get; init; }

    public string? RealName { get; init; }

    public bool Deleted { get; init; }

    public bool IsAdmin { get; init; }

    public bool IsOwner { get; init; }

    public bool IsPrimaryOwner { get; init; }

    public bool IsBot { get; init; }

    /// <summary>A guest.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>A guest of one channel.</summary>
    public bool IsUltraRestricted { get; init; }

    /// <summary>Of another workspace.</summary>
    public bool IsStranger { get; init; }

    /// <summary>Who it is in an Enterprise Grid; null outside of one.</summary>
    public EnterpriseUser? EnterpriseUser { get; init; }

    public UserProfile? Profile { get; init; }
}
