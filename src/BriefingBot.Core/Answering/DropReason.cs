namespace BriefingBot.Core.Answering;

/// <summary>Why a sentence of a draft did not pass the check. The numbers are stored: never renumber.</summary>
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

    /// <summary>It gives words to somebody who did not say them.</summary>
    OtherSpeaker = 8,

    /// <summary>It tells as a fact what somebody says.</summary>
    AttributionLost = 9,

    /// <summary>Its verb of speech has another force: a denial is no admission.</summary>
    ForceChanged = 10,

    /// <summary>It adds or leaves out what denies, plans, asks or makes something depend on something.</summary>
    ScopeChanged = 11,

    /// <summary>It says more or less of how much or how many: "at least", "some", "all", "only".</summary>
    BoundChanged = 12,

    /// <summary>It gives a title to another person.</summary>
    TitleOfOther = 13,

    /// <summary>It exchanges who does and to whom it is done.</summary>
    RolesExchanged = 14,

    /// <summary>It joins what the evidence says apart.</summary>
    Spliced = 15,

    /// <summary>It says of one what the evidence says of another.</summary>
    OtherSubject = 16,

    /// <summary>It has a word that the evidence does not have.</summary>
    Rider = 17,

    /// <summary>It asks or orders, where an answer tells.</summary>
    Request = 18,

    /// <summary>The configured entailment model finds that what it cites does not say it.</summary>
    NotEntailed = 19,
}
