using BriefingBot.Core.Chat.Inbox;

namespace BriefingBot.Discord.Messages;

/// <summary>Typing in one channel: whose questions keep it up. Guarded by the lock of its <see cref="TypingIndicator"/>.</summary>
internal sealed class ChannelTyping
{
    /// <summary>Questions that are worked on.</summary>
    public HashSet<ChatQuestionId> Owners { get; } = [];

    /// <summary>Before that nothing is sent: the last call still shows, or Discord wants to be left alone.</summary>
    public long NotBefore { get; set; }

    /// <summary>Ends the loop; null when none runs.</summary>
    public CancellationTokenSource? Life { get; set; }

    /// <summary>The loop.</summary>
    public Task Work { get; set; } = Task.CompletedTask;
}
