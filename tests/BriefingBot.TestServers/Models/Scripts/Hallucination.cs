namespace BriefingBot.TestServers.Models.Scripts;

/// <summary>The ways of falsifying a sentence. Each gives one that the cited passage does not bear out.</summary>
public enum Hallucination
{
    /// <summary>A number that the passage does not have.</summary>
    WrongNumber,

    /// <summary>A day, month or year that the passage does not have.</summary>
    WrongDate,

    /// <summary>A name that no passage has in place of one that stood there.</summary>
    InventedName,

    /// <summary>A name that stands in another passage in place of the right one, and not in the cited passage.</summary>
    SwappedName,

    /// <summary>The mark names a passage that does not say it.</summary>
    SwappedCitation,

    /// <summary>The mark names a passage that was not given.</summary>
    MissingPassage,

    /// <summary>A word between quotation marks is another one.</summary>
    AlteredQuote,

    /// <summary>A quotation that nobody said.</summary>
    InventedQuote,

    /// <summary>The opposite.</summary>
    Negation,

    /// <summary>No mark.</summary>
    NoCitation,

    /// <summary>A web address that no passage has.</summary>
    InventedLink,
}
