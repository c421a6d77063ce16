using BriefingBot.Core.Answering;

namespace BriefingBot.Slack.Messages.Streaming;

/// <summary>A message that is being streamed. Used by one caller at a time.</summary>
/// <param name="ts">The message.</param>
internal sealed class AnswerStream(string ts)
{
    /// <summary>The message.</summary>
    public string Ts => ts;

    /// <summary>The text that stands in it.</summary>
    public string Text { get; set; } = "";

    /// <summary>What stands in it; null when a killed process wrote it.</summary>
    public AnswerInProgress? Shown { get; set; }

    /// <summary>Nobody knows for sure what stands in it: it is written anew in the end.</summary>
    public bool IsBroken { get; set; }
}
