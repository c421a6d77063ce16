using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Slack.Delivery;

/// <summary>How an attempt ended.</summary>
/// <param name="Failure">Null when it was acknowledged.</param>
/// <param name="Response">What the ack carried.</param>
/// <param name="MayRetry">False when the bot asked for no retry.</param>
internal sealed record AttemptOutcome(string? Failure, JsonNode? Response = null, bool MayRetry = true);
