using BriefingBot.Discord.Protocol.Messages;

namespace BriefingBot.Discord.Rendering;

/// <summary>A reply, ready to be sent.</summary>
/// <param name="Texts">Its messages as text; at least one.</param>
/// <param name="Card">The whole reply as one message of components, which is tried first; null: there are only the texts.</param>
internal sealed record RenderedReply(IReadOnlyList<RenderedPart> Texts, IReadOnlyList<Component>? Card = null)
{
    /// <summary>The card's number among the parts of a delivery: behind all texts, so that it is told from them.</summary>
    public const int CardPart = 100;
}
