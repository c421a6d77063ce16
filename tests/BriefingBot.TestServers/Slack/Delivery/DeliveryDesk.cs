using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Slack.Delivery;

/// <summary>Brings everything to the bot: by Socket Mode until an address is given, with the retries of events.</summary>
internal sealed class DeliveryDesk(SlackState state)
{
    /// <summary>Called under the gate; the first attempt is on its way when it returns.</summary>
    public FakeDelivery Send(DeliveryKind kind, JsonObject payload, bool acceptsResponse = false, Action<JsonNode?>? acknowledged = null)
    {
        FakeDelivery delivery = new(kind, payload, acceptsResponse) { Acknowledged = acknowledged };
        state.Record.Add(delivery);
        state.Background.Start(cancellationToken => DeliverAsync(delivery, cancellationToken));
        if (kind == DeliveryKind.Event && state.Faults.TakeDuplicate())
        {
            state.Record.Counters.Duplicates++;
            state.Background.Start(cancellationToken => AttemptAsync(delivery, 0, "", cancellationToken));
        }

        state.Changes.Raise();
        return delivery;
    }

    private async Task DeliverAsync(FakeDelivery delivery, CancellationToken cancellationToken)
    {
        AttemptOutcome outcome = await AttemptAsync(delivery, 0, "", cancellationToken);
        IReadOnlyList<TimeSpan> delays = delivery.Kind == DeliveryKind.Event ? state.Options.RetryDelays : [];
        for (int retry = 1; outcome.Failure is { } failure && outcome.MayRetry && retry <= delays.Count; retry++)
        {
            await Task.Delay(delays[retry - 1], state.Clock, cancellationToken);
            outcome = await AttemptAsync(delivery, retry, failure, cancellationToken);
        }

        lock (state.Gate)
        {
            delivery.State = outcome.Failure is null ? DeliveryState.Acknowledged : DeliveryState.Failed;
            delivery.Response = outcome.Response;
            if (outcome.Failure is null)
            {
                state.Record.Counters.Acks++;
                delivery.Acknowledged?.Invoke(outcome.Response);
            }
            else
            {
                state.Record.Counters.FailedDeliveries++;
            }

            state.Changes.Raise();
        }
    }

    private Task<AttemptOutcome> AttemptAsync(FakeDelivery delivery, int number, string reason, CancellationToken cancellationToken)
    {
        lock (state.Gate)
        {
            state.Record.Counters.Attempts++;
            state.Record.Counters.Retries += number > 0 ? 1 : 0;
        }

        return state.Push.IsOn
            ? state.Push.AttemptAsync(delivery, number, reason, cancellationToken)
            : state.Envelopes.AttemptAsync(delivery, number, reason, cancellationToken);
    }
}
