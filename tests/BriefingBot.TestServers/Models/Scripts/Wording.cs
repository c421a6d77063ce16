namespace BriefingBot.TestServers.Models.Scripts;

/// <summary>How a true sentence is worded.</summary>
public enum Wording
{
    /// <summary>Word by word, without quotation marks of its own.</summary>
    Verbatim,

    /// <summary>
    /// Word by word between quotation marks, behind the outlet's name; as <see cref="Verbatim"/> when it has quotations itself.
    /// </summary>
    Quoted,

    /// <summary>The same said with other small words; as <see cref="Verbatim"/> when nothing can be exchanged.</summary>
    Rephrased,

    /// <summary>One of the three for each sentence.</summary>
    Mixed,
}
