namespace BriefingBot.Slack.Protocol.Blocks;

/// <summary>A text inside a block.</summary>
internal sealed record TextObject
{
    public required string Type { get; init; }

    /// <summary>1 to 3,000 characters; less where the block says so.</summary>
    public required string Text { get; init; }

    /// <summary>True: Slack makes no links and mentions of bare words.</summary>
    public bool? Verbatim { get; init; }

    public bool? Emoji { get; init; }

    /// <summary>Slack's own markup, in which <c>&amp; &lt; &gt;</c> are to be escaped before.</summary>
    public static TextObject Mrkdwn(string text) =>
        new()
        {
            Type = "mrkdwn",
            Text = text,
            Verbatim = true,
        };

    /// <summary>Text without markup.</summary>
    public static TextObject Plain(string text) =>
        new()
        {
            Type = "plain_text",
            Text = text,
            Emoji = false,
        };
}
