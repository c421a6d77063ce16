using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Discord.Protocol.Guilds;
using BriefingBot.Discord.Protocol.Messages;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Messages;

/// <summary>
/// Reads what was posted while no session stood. A session that begins anew brings no event of before; the channels say which has newer
/// messages, and REST has their words by the same rules. What was dealt with already is recognised by the journal.
/// </summary>
internal sealed class MissedMessages(DiscordRestClient rest, DirectChannels directs, ILogger<MissedMessages> logger)
{
    private const int PageSize = 100;
    private const int MaxPages = 5;

    /// <summary>The messages that a server's channels got since, oldest first in each.</summary>
    public async IAsyncEnumerable<Message> ReadAsync(
        Guild guild,
        Snowflake since,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var channels = guild
            .Channels.Concat(guild.Threads)
            .Where(channel => ChannelTypes.HoldsMessages(channel.Type) && channel.LastMessageId > since)
            .ToList();
        int found = 0;
        foreach (var channel in channels)
        {
            foreach (var message in await ReadAsync(channel.Id, since, cancellationToken))
            {
                found++;
                yield return message with
                {
                    GuildId = guild.Id,
                };
            }
        }

        if (channels.Count > 0)
        {
            MessageLog.CaughtUp(logger, channels.Count, found);
        }
    }

    /// <summary>The direct messages since, oldest first in each channel.</summary>
    public async IAsyncEnumerable<Message> ReadDirectAsync(
        Snowflake since,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var channel in await ListDirectAsync(cancellationToken))
        {
            foreach (var message in await ReadAsync(channel, since, cancellationToken))
            {
                yield return message;
            }
        }
    }

    private async Task<IReadOnlyList<Snowflake>> ListDirectAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await directs.ListAsync(cancellationToken);
        }
        catch (StoreException exception)
        {
            MessageLog.NotCaughtUp(logger, default, exception.Message);
            return [];
        }
    }

    private async Task<IReadOnlyList<Message>> ReadAsync(Snowflake channel, Snowflake after, CancellationToken cancellationToken)
    {
        List<Message> messages = [];
        try
        {
            for (int page = 0; page < MaxPages; page++)
            {
                var next = await rest.GetMessagesAfterAsync(channel, after, cancellationToken);
                messages.AddRange(next.OrderBy(message => message.Id));
                if (next.Count < PageSize)
                {
                    break;
                }

                after = messages[^1].Id;
            }
        }
        catch (DiscordApiException exception)
        {
            MessageLog.NotCaughtUp(logger, channel, exception.Message);
        }

        return messages;
    }
}
