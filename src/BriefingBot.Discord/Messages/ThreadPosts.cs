using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Discord.Protocol.Messages;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Messages;

/// <summary>Reads the post that a thread starts from. Thread-safe.</summary>
internal sealed class ThreadPosts(DiscordRestClient rest, ILogger<ThreadPosts> logger)
{
    /// <summary>Its words; null when there is none, the bot wrote it, or it may not be read.</summary>
    public async Task<string?> ReadAsync(ChatQuestion question, CancellationToken cancellationToken)
    {
        if (question.Address is not { Thread: { } thread, Channel: { } channel })
        {
            return null;
        }

        // A thread has the id of the message that it starts from; in a forum that message stands in the thread itself.
        var id = Snowflake.Parse(thread);
        var post = await TryReadAsync(Snowflake.Parse(channel), id, cancellationToken) ?? await TryReadAsync(id, id, cancellationToken);
        return post is { InteractionMetadata: null } ? MessageWords.ReadPost(post) : null;
    }

    private async Task<Message?> TryReadAsync(Snowflake channel, Snowflake message, CancellationToken cancellationToken)
    {
        try
        {
            return await rest.GetMessageAsync(channel, message, cancellationToken);
        }
        catch (DiscordApiException exception) when (exception is { IsTokenRefused: false })
        {
            MessageLog.NoPost(logger, channel, exception.Message);
            return null;
        }
    }
}
