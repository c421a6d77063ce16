using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack.Delivery;

namespace BriefingBot.TestServers.Slack.SocketMode;

/// <summary>An envelope on a socket, until its ack or its deadline.</summary>
internal sealed class SentEnvelope(string id, FakeDelivery delivery, SocketConnection connection)
{
    private readonly TaskCompletionSource<AttemptOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id => id;

    public FakeDelivery Delivery => delivery;

    public SocketConnection Connection => connection;

    public Task<AttemptOutcome> Outcome => _outcome.Task;

    public bool IsAcked { get; set; }

    public bool IsOverdue { get; set; }

    public void Acknowledge(JsonNode? response) => _outcome.TrySetResult(new AttemptOutcome(null, response));

    public void SocketEnded() => _outcome.TrySetResult(new AttemptOutcome("connection_failed"));
}
