namespace BriefingBot.Slack.Protocol;

/// <summary>The answer of chat.getPermalink.</summary>
internal sealed record PermalinkResult(string? Permalink);
