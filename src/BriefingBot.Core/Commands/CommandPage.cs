using BriefingBot.Core.Chat.Rendering;

namespace BriefingBot.Core.Commands;

/// <summary>The result of a command as messages.</summary>
/// <param name="Parts">At most as many as a reply has.</param>
/// <param name="More">What the button "More" carries; null when all is shown.</param>
public sealed record CommandPage(IReadOnlyList<MessagePart> Parts, string? More)
{
    /// <summary>The blocks that the parts were made of, for a platform that can draw them in another way; empty when the parts are a piece of something longer.</summary>
    public IReadOnlyList<AnswerBlock> Blocks { get; init; } = [];
}
