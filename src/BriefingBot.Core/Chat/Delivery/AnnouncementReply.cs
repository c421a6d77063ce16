using BriefingBot.Core.Chat.Rendering;

namespace BriefingBot.Core.Chat.Delivery;

/// <summary>What nobody asked for; a private one goes to direct messages.</summary>
/// <param name="Blocks">What it says.</param>
/// <param name="More">What the button "More" below it carries; null: there is no more.</param>
public sealed record AnnouncementReply(IReadOnlyList<AnswerBlock> Blocks, string? More) : ChatReply;
