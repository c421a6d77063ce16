using BriefingBot.Slack.Protocol.Blocks;

namespace BriefingBot.Slack.Protocol.Messages;

/// <summary>What is sent to the response_url of a command or a click, five times in half an hour at most.</summary>
internal sealed record ResponseMessage : QuietMessage
{
    public const string Ephemeral = "ephemeral";
    public const string InChannel = "in_channel";

    /// <summary>Who sees it.</summary>
    public string? ResponseType { get; init; }

    /// <summary>True: takes the place of the message that was clicked.</summary>
    public bool? ReplaceOriginal { get; init; }

    /// <summary>True: the message that was clicked goes away, and nothing comes.</summary>
    public bool? DeleteOriginal { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<Block>? Blocks { get; init; }

    public string? ThreadTs { get; init; }
}
