using System.Text.Json;

namespace BriefingBot.Discord.Gateway;

/// <summary>A dispatch on its way to the bot.</summary>
/// <param name="Shard">The shard that it came by.</param>
/// <param name="SessionId">The session that <paramref name="Sequence"/> counts in.</param>
/// <param name="Sequence">Its number.</param>
/// <param name="Name">Such as <c>MESSAGE_CREATE</c>.</param>
/// <param name="Data">Its contents.</param>
internal sealed record GatewayEvent(int Shard, string SessionId, long Sequence, string Name, JsonElement Data)
{
    /// <summary>
    /// It came before RESUMED: it is of a time without a connection, or a former process dealt with it and ended before that was saved.
    /// </summary>
    public bool IsReplay { get; init; }
}
