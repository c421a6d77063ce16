namespace BriefingBot.Slack.Protocol.Assistants;

/// <summary>A question that is offered.</summary>
/// <param name="Title">What the button says.</param>
/// <param name="Message">What it sends.</param>
internal sealed record SuggestedPrompt(string Title, string Message);
