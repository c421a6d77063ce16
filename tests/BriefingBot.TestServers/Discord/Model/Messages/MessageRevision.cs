using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Discord.Model.Messages;

/// <summary>How a message stood at one time. The JSON is a copy.</summary>
public sealed record MessageRevision(DateTimeOffset At, string Content, JsonArray Embeds, JsonArray Components, MessageFlags Flags);
