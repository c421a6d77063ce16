namespace BriefingBot.Discord.Gateway;

/// <summary>Takes the events of the gateway.</summary>
internal interface IGatewayEventSink
{
    /// <summary>An event came in; called on the reading loop of its shard, so it only begins what cannot wait. Must not throw.</summary>
    void Receive(GatewayEvent received);

    /// <summary>Deals with an event; those of a shard one after the other, several shards at once. When it returns, the event is never delivered again.</summary>
    Task HandleAsync(GatewayEvent received, CancellationToken cancellationToken);
}
