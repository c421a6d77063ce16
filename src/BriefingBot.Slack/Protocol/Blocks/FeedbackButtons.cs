namespace BriefingBot.Slack.Protocol.Blocks;

/// <summary>Thumbs up and down: a toggle that sends an interaction at each change, and none when it is taken back.</summary>
/// <param name="PositiveButton">Up.</param>
/// <param name="NegativeButton">Down.</param>
internal sealed record FeedbackButtons(FeedbackButton PositiveButton, FeedbackButton NegativeButton) : BlockElement;
