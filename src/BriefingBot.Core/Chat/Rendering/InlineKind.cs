namespace BriefingBot.Core.Chat.Rendering;

/// <summary>How a run of text is meant.</summary>
public enum InlineKind
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>Stands out (bold).</summary>
    Strong,

    /// <summary>Aside (italic).</summary>
    Emphasis,

    /// <summary>A command with its arguments, as it is typed; stands out where it cannot be clicked.</summary>
    Command,

    /// <summary>The [n] of a citation; never parted from what stands before it.</summary>
    Mark,
}
