using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Settings;

namespace BriefingBot.Core.Chat.Turns;

/// <summary>A question that is answered and waits for its channel.</summary>
/// <param name="Question">The question.</param>
/// <param name="Entry">What the journal had of it when work began.</param>
/// <param name="Platform">Where it goes.</param>
/// <param name="Reply">What to post; null when silence is right.</param>
/// <param name="Style">Where to post it, by the channel's settings.</param>
/// <param name="Progress">What still shows that it is worked on; ended before anything is posted.</param>
internal sealed record PreparedReply(
    ChatQuestion Question,
    JournaledQuestion Entry,
    IChatPlatform Platform,
    ChatReply? Reply,
    ReplyStyle Style,
    IAsyncDisposable Progress
);
