using BriefingBot.Discord.Protocol.Messages;

namespace BriefingBot.Discord.Rendering;

/// <summary>One message of a reply as text, ready to be sent.</summary>
/// <param name="Content">At most 2,000 characters of Markdown.</param>
/// <param name="Components">Buttons; null for none.</param>
internal sealed record RenderedPart(string Content, IReadOnlyList<ActionRow>? Components = null)
{
    /// <summary>The words alone, within the limit: for a place that refused the form.</summary>
    public RenderedPart Plain()
    {
        int end = Math.Min(Content.Length, DiscordMarkup.Limits.Length);
        end -= end < Content.Length && char.IsLowSurrogate(Content[end]) ? 1 : 0;
        return new RenderedPart(Content[..end]);
    }
}
