namespace BriefingBot.Core.Answering;

/// <summary>Why a sentence of a draft did not stand the check. The numbers are stored: never renumber.</summary>
public enum DropReason
{
    /// <summary>It is blank or cites nothing.</summary>
    Uncited = 0,

    /// <summary>A quote that it rests on stands in no retrieved passage.</summary>
    CitationNotFound = 1,

    /// <summary>It has words between quotation marks that what it cites does not have.</summary>
    QuoteNotFound = 2,

    /// <summary>It has a number that what it cites does not have.</summary>
    NumberNotFound = 3,

    /// <summary>It has a name that what it cites does not have.</summary>
    NameNotFound = 4,

    /// <summary>It has a date that neither what it cites nor what is known of that article has.</summary>
    DateNotFound = 5,

    /// <summary>It has a web address that what it cites does not have.</summary>
    LinkNotFound = 6,

    /// <summary>What it cites does not say it.</summary>
    NotSupported = 7,
}
