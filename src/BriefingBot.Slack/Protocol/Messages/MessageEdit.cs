namespace BriefingBot.Slack.Protocol.Messages;

/// <summary>The last change of a message.</summary>
/// <param name="Ts">When it was.</param>
internal sealed record MessageEdit(string? Ts);
