using BriefingBot.Slack.Protocol.Blocks;
using BriefingBot.Slack.Protocol.Messages;

namespace BriefingBot.Slack.Protocol.Streams;

/// <summary>The end of a streamed message.</summary>
/// <param name="Channel">Where.</param>
/// <param name="Ts">Which.</param>
internal sealed record StopStream(string Channel, string Ts)
{
    public IReadOnlyList<StreamChunk>? Chunks { get; init; }

    /// <summary>At most 50; they come below the text.</summary>
    public IReadOnlyList<Block>? Blocks { get; init; }

    public MessageMetadata? Metadata { get; init; }

    /// <summary><c>active</c>, <c>processing</c>, <c>suspended</c> or <c>closed</c>.</summary>
    public string? SessionStatus { get; init; }
}
