namespace BriefingBot.Slack.Protocol.Streams;

/// <summary>The heading over the steps.</summary>
/// <param name="Title">What it says.</param>
internal sealed record PlanUpdateChunk(string Title) : StreamChunk;
