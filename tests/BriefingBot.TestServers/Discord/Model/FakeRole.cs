using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Discord.Model;

/// <summary>A role of a guild.</summary>
public sealed class FakeRole
{
    internal FakeRole(ulong id, string name, Permissions permissions, ulong? botId = null)
    {
        Id = id;
        Name = name;
        Permissions = permissions;
        BotId = botId;
    }

    public ulong Id { get; }

    public string Name { get; }

    public Permissions Permissions { get; set; }

    /// <summary>The bot this role was made for when it joined; null for other roles.</summary>
    public ulong? BotId { get; }

    public string Mention => $"<@&{Id}>";

    internal JsonObject ToJson()
    {
        JsonObject json = new()
        {
            ["id"] = Id.ToString(),
            ["name"] = Name,
            ["description"] = null,
            ["color"] = 0,
            ["colors"] = new JsonObject
            {
                ["primary_color"] = 0,
                ["secondary_color"] = null,
                ["tertiary_color"] = null,
            },
            ["hoist"] = false,
            ["icon"] = null,
            ["unicode_emoji"] = null,
            ["position"] = 0,
            ["permissions"] = ((ulong)Permissions).ToString(),
            ["managed"] = BotId is not null,
            ["mentionable"] = false,
            ["flags"] = 0,
        };
        if (BotId is { } bot)
        {
            json["tags"] = new JsonObject { ["bot_id"] = bot.ToString() };
        }

        return json;
    }
}
