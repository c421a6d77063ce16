namespace BriefingBot.Core.Text;

/// <summary>What a full stop after an abbreviation can mean.</summary>
internal enum AbbreviationKind
{
    /// <summary>No abbreviation: the full stop ends the sentence.</summary>
    None,

    /// <summary>Always stands before something ("Gov. Newsom", "e.g. this"): never ends a sentence.</summary>
    Leading,

    /// <summary>Stands before a number ("No. 5") and is a plain word otherwise.</summary>
    BeforeNumber,

    /// <summary>
    /// May stand anywhere ("Inc.", "Calif.", "U.S.", "Feb."): ends a sentence when the next word is one that opens sentences.
    /// </summary>
    Anywhere,
}
