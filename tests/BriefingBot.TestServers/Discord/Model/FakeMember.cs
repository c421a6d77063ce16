using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Discord.Model;

/// <summary>A user in a guild.</summary>
public sealed class FakeMember
{
    internal FakeMember(FakeUser user, DateTimeOffset joinedAt, IReadOnlyList<FakeRole> roles)
    {
        User = user;
        JoinedAt = joinedAt;
        Roles = roles;
    }

    public FakeUser User { get; }

    public DateTimeOffset JoinedAt { get; }

    /// <summary>Without the everyone role.</summary>
    public IReadOnlyList<FakeRole> Roles { get; set; }

    internal JsonObject ToJson(bool withUser)
    {
        JsonObject json = new()
        {
            ["nick"] = null,
            ["avatar"] = null,
            ["banner"] = null,
            ["roles"] = new JsonArray([.. Roles.Select(static role => (JsonNode)role.Id.ToString())]),
            ["joined_at"] = Timestamps.Write(JoinedAt),
            ["premium_since"] = null,
            ["deaf"] = false,
            ["mute"] = false,
            ["pending"] = false,
            ["flags"] = 0,
            ["communication_disabled_until"] = null,
        };
        if (withUser)
        {
            json["user"] = User.ToJson();
        }

        return json;
    }
}
