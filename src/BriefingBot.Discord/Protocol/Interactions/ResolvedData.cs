using BriefingBot.Discord.Protocol.Messages;

namespace BriefingBot.Discord.Protocol.Interactions;

/// <summary>The objects that an interaction's ids stand for.</summary>
internal sealed record ResolvedData
{
    public IReadOnlyDictionary<string, Message>? Messages { get; init; }
}
