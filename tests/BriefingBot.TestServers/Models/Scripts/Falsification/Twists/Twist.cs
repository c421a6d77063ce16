namespace BriefingBot.TestServers.Models.Scripts.Falsification.Twists;

/// <summary>Ways to make a sentence false with the words of its own article, or with few words more.</summary>
public enum Twist
{
    /// <summary>What one says is given to another of the passage.</summary>
    OtherSpeaker,

    /// <summary>"said" is "admitted", "denied" is "confirmed".</summary>
    OtherForce,

    /// <summary>A "not" put in.</summary>
    NegationAdded,

    /// <summary>A "not" left out.</summary>
    NegationDropped,

    /// <summary>What was refused is done.</summary>
    RefusalDropped,

    /// <summary>What may be will be.</summary>
    PossibilityDropped,

    /// <summary>What is planned was done.</summary>
    PlanAsFact,

    /// <summary>What is expected was done.</summary>
    ExpectationAsFact,

    /// <summary>An "if" and what follows it left out.</summary>
    ConditionDropped,

    /// <summary>"whether" is "that".</summary>
    QuestionAsFact,

    /// <summary>Who says it left out.</summary>
    AttributionDropped,

    /// <summary>"at least", "more than" left out or turned.</summary>
    BoundChanged,

    /// <summary>"some" is "all", "only" left out.</summary>
    QuantifierChanged,

    /// <summary>Two names on both sides of a verb exchanged.</summary>
    RolesExchanged,

    /// <summary>The end of another sentence of the passage.</summary>
    Spliced,

    /// <summary>The title of one before the name of another.</summary>
    TitleOfOther,

    /// <summary>The name of another where "he" or "she" stood.</summary>
    SubjectOfOther,

    /// <summary>An adjective put in.</summary>
    AdjectiveAdded,

    /// <summary>An adverb put in.</summary>
    AdverbAdded,

    /// <summary>A cause put behind.</summary>
    CauseAdded,

    /// <summary>A comparison put behind.</summary>
    ComparisonAdded,

    /// <summary>An address in a disguise put behind.</summary>
    AddressDisguised,
}
