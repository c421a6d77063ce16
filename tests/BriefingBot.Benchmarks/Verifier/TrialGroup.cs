namespace BriefingBot.Benchmarks.Verifier;

/// <summary>What a sentence was falsified in.</summary>
internal enum TrialGroup
{
    /// <summary>It is true.</summary>
    True,
    Number,
    Date,
    Name,
    Quote,
    Citation,
    Negation,
    Link,

    /// <summary>Every word stands in the passage, but not in that place: names exchanged, another number of the passage.</summary>
    Place,
}
