namespace BriefingBot.Slack.Protocol.Views;

/// <summary>The arguments of views.publish.</summary>
internal sealed record HomeArguments(string UserId, View View);
