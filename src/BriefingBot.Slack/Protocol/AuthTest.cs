using System.Text.Json.Serialization;

namespace BriefingBot.Slack.Protocol;

/// <summary>Whose the bot token is.</summary>
internal sealed record AuthTest
{
    public string Url
    {
        get;
        init => field = value ?? "";
    } = "";

    public string Team
    {
        get;
        init => field = value ?? "";
    } = "";

    public string TeamId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The Enterprise Grid that the workspace is part of; null for a workspace of its own.</summary>
    public string? EnterpriseId
    {
        get;
        init => field = value is { Length: > 0 } ? value : null;
    }

    /// <summary>The bot's name.</summary>
    public string User
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The bot's user, as it is mentioned.</summary>
    public string UserId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The bot, as it stands beside its messages.</summary>
    public string? BotId { get; init; }

    public bool IsEnterpriseInstall { get; init; }

    /// <summary>What the token may do; from a header of the answer.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Scopes { get; init; } = [];
}
