namespace BriefingBot.Slack.Protocol;

/// <summary>The answer of apps.connections.open. The address holds a ticket: it is a secret.</summary>
internal sealed record ConnectionResult(string? Url);
