using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack.Delivery;
using BriefingBot.TestServers.Slack.Faults;

namespace BriefingBot.TestServers.Slack.SocketMode;

/// <summary>Sends envelopes, each to one open socket, and takes their acks.</summary>
internal sealed class EnvelopeDesk(SlackState state)
{
    private readonly Dictionary<string, SentEnvelope> _envelopes = new(StringComparer.Ordinal);

    /// <summary>What the socket did not acknowledge has failed.</summary>
    public void Ended(SocketConnection connection)
    {
        foreach (SentEnvelope envelope in _envelopes.Values.Where(envelope => envelope.Connection == connection))
        {
            envelope.SocketEnded();
        }
    }

    public void Received(SocketConnection connection, JsonObject? json)
    {
        if (json?["envelope_id"].Text() is not { } id)
        {
            state.Record.Violate($"Socket {connection.Number} sent something that is no ack: {json?.ToJsonString() ?? "no JSON object"}");
        }
        else if (!_envelopes.TryGetValue(id, out SentEnvelope? envelope))
        {
            state.Record.Violate($"Socket {connection.Number} acknowledged the unknown envelope {id}");
        }
        else if (envelope.Connection != connection)
        {
            state.Record.Violate(
                $"Socket {connection.Number} acknowledged envelope {id}, which went to socket {envelope.Connection.Number}"
            );
        }
        else
        {
            Acknowledge(envelope, json["payload"]);
        }
    }

    public async Task<AttemptOutcome> AttemptAsync(FakeDelivery delivery, int number, string reason, CancellationToken cancellationToken)
    {
        SentEnvelope? envelope;
        DeliveryAttempt attempt;
        lock (state.Gate)
        {
            (envelope, attempt) = Send(delivery, number, reason);
        }

        long start = state.Clock.GetTimestamp();
        AttemptOutcome outcome = envelope is null ? new AttemptOutcome("connection_failed") : await WaitAsync(envelope, cancellationToken);
        lock (state.Gate)
        {
            attempt.Failure = outcome.Failure;
            attempt.AckLatency = outcome.Failure is null ? state.Clock.GetElapsedTime(start) : null;
        }

        return outcome;
    }

    private (SentEnvelope? Envelope, DeliveryAttempt Attempt) Send(FakeDelivery delivery, int number, string reason)
    {
        SocketFault? fault = state.Faults.NextSocketFault();
        if (fault is not null && state.Faults.NextIsBeforeEnvelope())
        {
            state.Sockets.Inject(fault.Value);
            fault = null;
        }

        SocketConnection[] open = [.. state.Sockets.Open];
        SocketConnection? connection = open.Length == 0 ? null : open[state.Dice.Next(open.Length)];
        DeliveryAttempt attempt = new(number, state.Now, reason, connection?.Number);
        delivery.Attempts = delivery.Attempts.Add(attempt);
        if (connection is null)
        {
            return (null, attempt);
        }

        SentEnvelope envelope = new(Guid.NewGuid().ToString(), delivery, connection);
        _envelopes[envelope.Id] = envelope;
        connection.Send(ToJson(envelope, number, reason));
        if (fault is not null)
        {
            state.Sockets.Inject(connection, fault.Value);
        }

        return (envelope, attempt);
    }

    private static JsonObject ToJson(SentEnvelope envelope, int number, string reason)
    {
        FakeDelivery delivery = envelope.Delivery;
        JsonObject json = new()
        {
            ["envelope_id"] = envelope.Id,
            ["payload"] = delivery.Payload.DeepClone(),
            ["type"] = delivery.Kind switch
            {
                DeliveryKind.Event => "events_api",
                DeliveryKind.Command => "slash_commands",
                _ => "interactive",
            },
            ["accepts_response_payload"] = delivery.AcceptsResponse,
        };
        if (delivery.Kind == DeliveryKind.Event)
        {
            json["retry_attempt"] = number;
            json["retry_reason"] = reason;
        }

        return json;
    }

    private async Task<AttemptOutcome> WaitAsync(SentEnvelope envelope, CancellationToken cancellationToken)
    {
        try
        {
            return await envelope.Outcome.WaitAsync(state.Options.AckDeadline, state.Clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            lock (state.Gate)
            {
                envelope.IsOverdue = true;
            }

            return new AttemptOutcome("timeout");
        }
    }

    private void Acknowledge(SentEnvelope envelope, JsonNode? payload)
    {
        bool isEmpty = payload is null or JsonObject { Count: 0 };
        if (envelope.IsAcked)
        {
            state.Record.Violate($"Envelope {envelope.Id} was acknowledged twice");
            return;
        }

        envelope.IsAcked = true;
        if (!isEmpty && !envelope.Delivery.AcceptsResponse)
        {
            state.Record.Violate($"The ack of {envelope.Delivery.Type} carried a payload that nobody takes");
        }

        if (envelope.IsOverdue)
        {
            state.Record.Counters.LateAcks++;
            state.Record.Violate($"The ack of {envelope.Delivery.Type} came after the deadline");
        }
        else if (envelope.Delivery.Kind == DeliveryKind.Event && state.Faults.TakeLostAck())
        {
            state.Record.Counters.LostAcks++;
        }
        else
        {
            envelope.Acknowledge(isEmpty ? null : payload!.DeepClone());
        }
    }
}
