using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Chat.Rendering.Splitting;

namespace BriefingBot.Core.Commands;

/// <summary>The result of a command as messages.</summary>
/// <param name="Parts">At most as many as a reply has.</param>
/// <param name="More">What the button "More" carries; null when all is shown.</param>
public sealed record CommandPage(IReadOnlyList<MessagePart> Parts, string? More)
{
    /// <summary>What the parts were made of, for a platform that draws it in another way; empty when they are a piece of more.</summary>
    public IReadOnlyList<AnswerBlock> Blocks { get; init; } = [];
}
