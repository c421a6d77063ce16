namespace BriefingBot.Slack.Protocol.Blocks;

/// <summary>A small button with an icon.</summary>
/// <param name="Icon">Slack knows <c>trash</c>.</param>
/// <param name="Text">Plain, at most 75 characters.</param>
internal sealed record IconButton(string Icon, TextObject Text) : BlockElement
{
    public string? Value { get; init; }
}
