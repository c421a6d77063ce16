namespace BriefingBot.Slack.Protocol.Streams;

/// <summary>More of a streamed message.</summary>
/// <param name="Channel">Where.</param>
/// <param name="Ts">Which.</param>
/// <param name="Chunks">At least one.</param>
internal sealed record AppendStream(string Channel, string Ts, IReadOnlyList<StreamChunk> Chunks);
