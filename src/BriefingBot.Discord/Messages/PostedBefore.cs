using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Discord.Protocol.Messages;
using BriefingBot.Discord.Rest;

namespace BriefingBot.Discord.Messages;

/// <summary>
/// Finds a part of a reply that a process posted which died before it could write that down. A nonce tells for a few minutes; after that
/// only the channel does.
/// </summary>
internal sealed class PostedBefore(DiscordRestClient rest, TimeProvider clock)
{
    /// <summary>Well below what Discord remembers a nonce for.</summary>
    private static readonly TimeSpan NonceAge = TimeSpan.FromMinutes(1);

    /// <summary>The message; null when there is none, or when the nonce can still tell.</summary>
    /// <param name="question">What it replies to.</param>
    /// <param name="channel">Where it would stand.</param>
    /// <param name="message">What it would be.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Message?> FindAsync(
        ChatQuestion question,
        Snowflake channel,
        MessageCreate message,
        CancellationToken cancellationToken
    )
    {
        if (clock.GetUtcNow() - question.Asked < NonceAge)
        {
            return null;
        }

        try
        {
            var later = await rest.GetMessagesAfterAsync(channel, Snowflake.FirstAt(question.Asked), cancellationToken);
            string shown = ShownOf(message);
            return later.LastOrDefault(candidate =>
                candidate.Author?.Bot == true
                && candidate.Shown == shown
                && candidate.MessageReference?.MessageId == message.MessageReference?.MessageId
            );
        }
        catch (DiscordApiException)
        {
            // The bot may not read the channel; whether it may post there is told by posting.
            return null;
        }
    }

    private static string ShownOf(MessageCreate message) =>
        message.Content ?? string.Join('\n', (message.Components ?? []).SelectMany(TextsOf));

    private static IEnumerable<string> TextsOf(Component component) =>
        component switch
        {
            TextDisplay text => [text.Content],
            Container box => box.Components.SelectMany(TextsOf),
            _ => [],
        };
}
