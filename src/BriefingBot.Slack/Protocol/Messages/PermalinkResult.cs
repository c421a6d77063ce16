namespace BriefingBot.Slack.Protocol.Messages;

/// <summary>The answer of chat.getPermalink.</summary>
internal sealed record PermalinkResult(string? Permalink);
