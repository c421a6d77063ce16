namespace BriefingBot.Slack.Protocol.Blocks;

/// <summary>A field of a form, in modals.</summary>
/// <param name="Label">Plain, at most 2,000 characters.</param>
/// <param name="Element">What is filled in.</param>
internal sealed record InputBlock(TextObject Label, BlockElement Element) : Block
{
    public TextObject? Hint { get; init; }

    public bool? Optional { get; init; }
}
