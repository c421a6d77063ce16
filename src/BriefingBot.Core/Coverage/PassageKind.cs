namespace BriefingBot.Core.Coverage;

/// <summary>What a passage is to the article. The numbers are stored: never renumber.</summary>
public enum PassageKind
{
    /// <summary>The title line.</summary>
    Headline = 0,

    /// <summary>The line that says who wrote it or when ("Feb. 23, 2024 - 13:25 By Lee Jung-joo").</summary>
    Byline = 1,

    /// <summary>Running text.</summary>
    Body = 2,

    /// <summary>The caption of a photo; quoted only when nothing else says it.</summary>
    Caption = 3,

    /// <summary>A remark of the editors on the article: a correction, a note. It may name what was wrong, so it is no news.</summary>
    Note = 4,
}
