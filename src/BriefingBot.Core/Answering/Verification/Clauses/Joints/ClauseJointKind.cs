namespace BriefingBot.Core.Answering.Verification.Clauses.Joints;

/// <summary>How two words that follow each other in a claim lie in the evidence.</summary>
internal enum ClauseJointKind
{
    /// <summary>They follow each other there too.</summary>
    Adjacent,

    /// <summary>Words that carry no claim were left out between them.</summary>
    Shortened,

    /// <summary>The claim has small words between them that the evidence has not.</summary>
    Inserted,

    /// <summary>Another verb was left out between them, and the claim has one of its own.</summary>
    OtherVerb,

    /// <summary>A verb was left out, and with it what was done.</summary>
    VerbLost,

    /// <summary>The second stands before the first, as it may: "of", "by", another clause.</summary>
    TurnedByWord,

    /// <summary>The second stands before the first.</summary>
    Turned,

    /// <summary>The first names whom a pronoun or a description of another sentence means, the second goes on there.</summary>
    Subject,

    /// <summary>A new clause of the claim goes on at the start of a clause of another sentence.</summary>
    NextClause,

    /// <summary>The claim goes on in another sentence behind words that both have: they tell of the same.</summary>
    Bridged,

    /// <summary>A place, time or circumstance of another sentence is put behind.</summary>
    Tail,

    /// <summary>The claim goes on in the middle of another sentence.</summary>
    Leap,
}
