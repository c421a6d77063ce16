namespace BriefingBot.Discord.Gateway;

/// <summary>Takes the events of the gateway.</summary>
/// <param name="Receive">Called when an event comes in, on the reading loop of its shard: only begins what cannot wait. Must not
/// throw.</param>
/// <param name="HandleAsync"> Deals with an event; those of a channel one after the other, those of different channels at once. When it
/// returns, the event is never delivered again. </param>
internal sealed record GatewayEventSink(Action<GatewayEvent> Receive, Func<GatewayEvent, CancellationToken, Task> HandleAsync)
{
    /// <summary>Told when a session stands.</summary>
    public Action OnConnected { get; init; } = static () => { };

    /// <summary>Told when a connection ended or could not be made, and why.</summary>
    public Action<string> OnDisconnected { get; init; } = static _ => { };
}
