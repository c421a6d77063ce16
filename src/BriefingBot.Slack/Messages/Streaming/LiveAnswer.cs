using BriefingBot.Slack.Messages.Replies;

namespace BriefingBot.Slack.Messages.Streaming;

/// <summary>An answer on its way: what was shown of it. Used by one caller at a time, but for the reader's stop.</summary>
/// <param name="place">Where it goes.</param>
internal sealed class LiveAnswer(ReplyPlace place)
{
    private volatile bool _isStopped;

    /// <summary>Where it goes.</summary>
    public ReplyPlace Place => place;

    /// <summary>The message that is streamed; null when none is.</summary>
    public AnswerStream? Stream { get; set; }

    /// <summary>A stream was begun and its ts never came: there may be one.</summary>
    public bool MayBeOpen { get; set; }

    /// <summary>That it is streamed was written down, and is to be forgotten in the end.</summary>
    public bool IsKept { get; set; }

    /// <summary>It will be posted whole.</summary>
    public bool IsNotStreamed { get; set; }

    /// <summary>The status that shows; null when none does.</summary>
    public string? Status { get; set; }

    /// <summary>Slack was told that the bot works on it, and is to be told that it is done.</summary>
    public bool IsProcessing { get; set; }

    /// <summary>The reader wants no more of it.</summary>
    public bool IsStopped => _isStopped;

    /// <summary>The reader pressed stop.</summary>
    public void Stop() => _isStopped = true;
}
