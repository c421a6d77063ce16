namespace BriefingBot.Slack.Protocol.Views;

/// <summary>The arguments of views.open.</summary>
internal sealed record ModalArguments(string TriggerId, View View);
