namespace BriefingBot.Slack.Protocol.Streams;

/// <summary>A step that is worked on. Title and status replace what was there, details are added.</summary>
/// <param name="Id">The same for one step.</param>
/// <param name="Title">What is done.</param>
/// <param name="Status"><c>pending</c>, <c>in_progress</c>, <c>complete</c> or <c>error</c>.</param>
internal sealed record TaskUpdateChunk(string Id, string Title, string Status) : StreamChunk
{
    public string? Details { get; init; }

    public string? Output { get; init; }
}
