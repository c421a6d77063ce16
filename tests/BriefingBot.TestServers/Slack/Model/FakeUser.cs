using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Slack.Model;

/// <summary>A person, or a bot.</summary>
public sealed class FakeUser
{
    private readonly SlackState _state;

    internal FakeUser(
        SlackState state,
        string id,
        string name,
        UserRole role,
        string? botId = null,
        string? teamId = null,
        bool isColleague = false
    )
    {
        _state = state;
        TeamId = teamId ?? state.TeamId;
        IsColleague = isColleague;
        Id = id;
        Name = name;
        Role = role;
        BotId = botId;
    }

    /// <summary>"U...".</summary>
    public string Id { get; }

    public string Name { get; }

    /// <summary>The workspace; another than the bot's for people who are met in shared channels.</summary>
    public string TeamId { get; }

    /// <summary>Of another workspace of the same Enterprise Grid.</summary>
    public bool IsColleague { get; }

    /// <summary>Of another organization.</summary>
    public bool IsExternal => TeamId != _state.TeamId && !IsColleague;

    /// <summary>Can be changed at any time: users.info tells it.</summary>
    public UserRole Role { get; set; }

    /// <summary>"B..." for bots, null for people.</summary>
    public string? BotId { get; }

    public bool IsBot => BotId is not null;

    /// <summary>How a text names this user.</summary>
    public string Mention => $"<@{Id}>";

    internal JsonObject ToJson()
    {
        JsonObject json = new()
        {
            ["id"] = Id,
            ["team_id"] = TeamId,
            ["name"] = Name,
            ["real_name"] = Name,
            ["deleted"] = false,
            ["tz"] = "Europe/London",
            ["tz_offset"] = 0,
            ["is_admin"] = Role >= UserRole.Admin,
            ["is_owner"] = Role >= UserRole.Owner,
            ["is_primary_owner"] = Role == UserRole.PrimaryOwner,
            ["is_restricted"] = Role < UserRole.Member,
            ["is_ultra_restricted"] = Role == UserRole.SingleChannelGuest,
            ["is_stranger"] = IsExternal,
            ["is_bot"] = IsBot,
            ["is_app_user"] = false,
            ["profile"] = new JsonObject
            {
                ["real_name"] = Name,
                ["display_name"] = Name,
                ["team"] = TeamId,
            },
        };
        if (_state.Options.EnterpriseId is { } organization && !IsExternal && !IsBot)
        {
            json["enterprise_user"] = new JsonObject
            {
                ["id"] = Id,
                ["enterprise_id"] = organization,
                ["enterprise_name"] = _state.Options.TeamName,
                ["is_admin"] = false,
                ["is_owner"] = false,
                ["teams"] = new JsonArray(TeamId),
            };
        }

        return json;
    }

    internal JsonObject ToActor() =>
        new()
        {
            ["id"] = Id,
            ["username"] = Name,
            ["name"] = Name,
            ["team_id"] = TeamId,
        };
}
