using System.Text.Json;
using System.Threading.Channels;
using BriefingBot.Discord.Gateway;
using BriefingBot.Discord.Gateway.Payloads;
using BriefingBot.Discord.Gateway.Sessions;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Messages;
using BriefingBot.Discord.Protocol;
using BriefingBot.Discord.Protocol.Guilds;
using BriefingBot.Discord.Protocol.Messages;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord;

/// <summary>What each event of the gateway leads to. Thread-safe.</summary>
internal sealed class DiscordEvents(
    ChannelDirectory channels,
    MessageHandler messages,
    InteractionHandler interactions,
    MissedMessages missed,
    SessionGaps gaps,
    ILogger<DiscordEvents> logger
)
{
    /// <summary>A mention that is added so soon was meant from the beginning.</summary>
    private static readonly TimeSpan EditGrace = TimeSpan.FromMinutes(2);

    /// <summary>Servers whose session began anew, and since when events may be missing; no server stands for the direct messages.</summary>
    private readonly Channel<(Guild? Guild, Snowflake Since)> _begun = System.Threading.Channels.Channel.CreateUnbounded<(
        Guild?,
        Snowflake
    )>();

    /// <summary>An event came in: an interaction is deferred before anything else.</summary>
    public void Receive(GatewayEvent received)
    {
        gaps.Receive(received);
        try
        {
            if (
                received.Name == GatewayEventNames.InteractionCreate
                && Read(received, DiscordJsonContext.Default.Interaction) is { } interaction
            )
            {
                interactions.Receive(interaction);
            }
        }
        catch (JsonException)
        {
            // Dealing with it fails in the same way, and says so.
        }
    }

    /// <summary>Deals with an event.</summary>
    public async Task HandleAsync(GatewayEvent received, BotIdentity self, CancellationToken cancellationToken)
    {
        switch (received.Name)
        {
            case GatewayEventNames.Ready when received.Shard == 0:
                _begun.Writer.TryWrite((null, gaps.Since(received.Shard)));
                break;
            case GatewayEventNames.GuildCreate when Read(received, DiscordJsonContext.Default.Guild) is { Unavailable: false } guild:
                channels.Learn(guild, self.User);
                _begun.Writer.TryWrite((guild, gaps.Since(received.Shard)));
                break;
            case GatewayEventNames.ChannelCreate
            or GatewayEventNames.ThreadCreate when Read(received, DiscordJsonContext.Default.Channel) is { } channel:
                channels.Learn(channel);
                break;
            case GatewayEventNames.MessageCreate when Read(received, DiscordJsonContext.Default.Message) is { } message:
                await (
                    received.IsReplay
                        ? messages.HandleMissedAsync(message, isEdited: false, self, cancellationToken)
                        : messages.HandleAsync(message, self, cancellationToken)
                );
                break;
            case GatewayEventNames.MessageDelete
            or GatewayEventNames.MessageDeleteBulk when Read(received, DiscordJsonContext.Default.DeletedMessages) is { } deleted:
                await messages.WithdrawAsync(deleted, cancellationToken);
                break;
            case GatewayEventNames.MessageUpdate
                when Read(received, DiscordJsonContext.Default.Message) is { } message && IsFreshEdit(message):
                await messages.ReviseAsync(message, received.IsReplay, self, cancellationToken);
                break;
            case GatewayEventNames.InteractionCreate when Read(received, DiscordJsonContext.Default.Interaction) is { } interaction:
                await interactions.HandleAsync(interaction, cancellationToken);
                break;
        }
    }

    /// <summary>Looks for missed messages wherever a session began anew, until cancelled.</summary>
    public async Task CatchUpAsync(BotIdentity self, CancellationToken cancellationToken)
    {
        await foreach (var (guild, since) in _begun.Reader.ReadAllAsync(cancellationToken))
        {
            await foreach (
                var message in guild is null
                    ? missed.ReadDirectAsync(since, cancellationToken)
                    : missed.ReadAsync(guild, since, cancellationToken)
            )
            {
                await HandleMissedAsync(message, self, cancellationToken);
            }
        }
    }

    private async Task HandleMissedAsync(Message message, BotIdentity self, CancellationToken cancellationToken)
    {
        try
        {
            await messages.HandleMissedAsync(message, IsFreshEdit(message), self, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // One message that cannot be dealt with must not end the catching up.
            MessageLog.MissedFailed(logger, exception, message.Id);
        }
    }

    /// <summary>People put right at once what they mistyped; later an edit is another matter.</summary>
    private static bool IsFreshEdit(Message message) => message.EditedTimestamp is { } edited && edited - message.Id.CreatedAt <= EditGrace;

    private static T? Read<T>(GatewayEvent received, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        try
        {
            return received.Data.Deserialize(type);
        }
        catch (JsonException)
            when (received.Name != GatewayEventNames.MessageCreate && received.Name != GatewayEventNames.InteractionCreate)
        {
            // Channels and servers are asked for by REST when they are needed.
            return default;
        }
    }
}
