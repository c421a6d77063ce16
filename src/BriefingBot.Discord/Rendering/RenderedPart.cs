using BriefingBot.Discord.Protocol.Messages;

namespace BriefingBot.Discord.Rendering;

/// <summary>One message of a reply, ready to be sent.</summary>
/// <param name="Content">At most 2,000 characters of Markdown.</param>
/// <param name="Components">Buttons; null for none.</param>
internal sealed record RenderedPart(string Content, IReadOnlyList<ActionRow>? Components = null);
