using BriefingBot.Core.Chat.Platforms;
using BriefingBot.Discord.Gateway;
using BriefingBot.Discord.Messages;

namespace BriefingBot.Discord;

/// <summary>What comes in: events of the gateway, and what was missed while nobody listened.</summary>
internal sealed class DiscordReception(DiscordGateway gateway, DiscordEvents events, PlatformStates states)
{
    /// <summary>Listens.</summary>
    /// <returns>What runs until the token ends it.</returns>
    public IReadOnlyList<Task> Start(BotIdentity self, CancellationToken cancellationToken) =>
        [gateway.RunAsync(Sink(self), cancellationToken), events.CatchUpAsync(self, cancellationToken)];

    private GatewayEventSink Sink(BotIdentity self) =>
        new(
            received =>
            {
                states.Receive(DiscordPlatform.PlatformName);
                events.Receive(received);
            },
            (received, stop) => events.HandleAsync(received, self, stop)
        )
        {
            OnConnected = () => states.Connect(DiscordPlatform.PlatformName),
            OnDisconnected = reason => states.Lose(DiscordPlatform.PlatformName, reason),
        };
}
