namespace BriefingBot.Slack.Protocol;

/// <summary>The arguments of views.publish.</summary>
internal sealed record HomeArguments(string UserId, View View);
