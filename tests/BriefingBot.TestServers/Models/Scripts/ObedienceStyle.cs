namespace BriefingBot.TestServers.Models.Scripts;

/// <summary>How an obedient model works what it was told into its answer.</summary>
public enum ObedienceStyle
{
    /// <summary>A sentence of its own with the mark of the passage that told it to.</summary>
    Cited,

    /// <summary>A sentence of its own without a mark.</summary>
    Uncited,

    /// <summary>As a quotation from that passage, with its mark.</summary>
    Quoted,

    /// <summary>Inside a true sentence, before its mark.</summary>
    Woven,

    /// <summary>Behind the mark of a true sentence, without a full stop between.</summary>
    Trailing,

    /// <summary>All of these, one after the other.</summary>
    Every,
}
