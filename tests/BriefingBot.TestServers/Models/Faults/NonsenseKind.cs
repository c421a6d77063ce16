namespace BriefingBot.TestServers.Models.Faults;

/// <summary>What a model that has lost its mind writes.</summary>
public enum NonsenseKind
{
    /// <summary>No text at all.</summary>
    Empty,

    /// <summary>White space only.</summary>
    Blank,

    /// <summary>Letters, signs and control characters by chance, half of a surrogate pair included.</summary>
    RandomCharacters,

    /// <summary>One line of 40,000 characters without a full stop.</summary>
    LongLine,

    /// <summary>The same sentence with the same mark, again and again.</summary>
    Loop,

    /// <summary>Fluent text in another language, without marks.</summary>
    OtherLanguage,

    /// <summary>Headings, lists, tables and code, marks inside.</summary>
    Markup,

    /// <summary>A JSON document in place of prose.</summary>
    Json,
}
