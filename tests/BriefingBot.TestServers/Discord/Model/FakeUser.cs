using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Discord.Model;

/// <summary>A Discord account.</summary>
public sealed class FakeUser
{
    internal FakeUser(ulong id, string name, bool isBot)
    {
        Id = id;
        Name = name;
        IsBot = isBot;
    }

    public ulong Id { get; }

    public string Name { get; }

    public bool IsBot { get; }

    /// <summary>Set: messages of the bot to this user's DM are refused with 50007.</summary>
    public bool BlocksDirectMessages { get; set; }

    /// <summary>The mention of this user as it stands in message content.</summary>
    public string Mention => $"<@{Id}>";

    internal JsonObject ToJson() =>
        new()
        {
            ["id"] = Id.ToString(),
            ["username"] = Name,
            ["discriminator"] = IsBot ? "0001" : "0",
            ["global_name"] = IsBot ? null : Name,
            ["avatar"] = null,
            ["bot"] = IsBot,
            ["system"] = false,
            ["public_flags"] = 0,
            ["flags"] = 0,
            ["primary_guild"] = null,
        };
}
