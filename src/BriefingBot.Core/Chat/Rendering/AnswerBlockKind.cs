namespace BriefingBot.Core.Chat.Rendering;

/// <summary>What a block is.</summary>
public enum AnswerBlockKind
{
    /// <summary>Running text: its units are sentences, a blank between them.</summary>
    Paragraph,

    /// <summary>Lines: each unit on one of its own.</summary>
    Lines,

    /// <summary>Words of others, set off; each unit on a line of its own.</summary>
    Quote,

    /// <summary>The small print: the day that the answer speaks for.</summary>
    Footer,

    /// <summary>
    /// One of a list of things: what it is on the first line, what is told of it below; set apart where the platform can.
    /// </summary>
    Entry,
}
