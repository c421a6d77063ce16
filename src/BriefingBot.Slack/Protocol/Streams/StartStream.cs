namespace BriefingBot.Slack.Protocol.Streams;

/// <summary>Begins a message that is streamed. It stays open for about five minutes.</summary>
/// <param name="Channel">Where.</param>
/// <param name="ThreadTs">The thread's root: streams need one.</param>
internal sealed record StartStream(string Channel, string ThreadTs)
{
    /// <summary>Who reads it; needed outside direct messages.</summary>
    public string? RecipientUserId { get; init; }

    /// <summary>Needed together with the reader.</summary>
    public string? RecipientTeamId { get; init; }

    public IReadOnlyList<StreamChunk>? Chunks { get; init; }

    /// <summary><c>timeline</c> or <c>plan</c>.</summary>
    public string? TaskDisplayMode { get; init; }
}
