namespace BriefingBot.Core.Answering.Verification.Clauses;

/// <summary>What is done to a claim before it counts: denied, left open, planned, made to depend on something.</summary>
[Flags]
internal enum ClauseOperators
{
    /// <summary>It is told as it is.</summary>
    None = 0,

    /// <summary>It is denied: "not", "no", "never".</summary>
    Not = 1,

    /// <summary>It may be: "may", "could", "perhaps".</summary>
    Possible = 2,

    /// <summary>It is to come: "will", "is set to", "is due to".</summary>
    Future = 4,

    /// <summary>It should be: "must", "needs to".</summary>
    Obliged = 8,

    /// <summary>It depends on something: "if", "unless".</summary>
    Condition = 16,

    /// <summary>It is asked: "whether".</summary>
    Question = 32,

    /// <summary>It is said of somebody and not shown: "allegedly", "is accused of".</summary>
    Alleged = 64,

    /// <summary>It is likely.</summary>
    Likely = 128,

    /// <summary>It did not quite come about: "almost", "close to".</summary>
    Almost = 256,

    /// <summary>It is meant to be done: "plans to", "hopes to".</summary>
    Intent = 512,

    /// <summary>It is expected.</summary>
    Expected = 1024,

    /// <summary>It is thought over: "is considering".</summary>
    Considered = 2048,

    /// <summary>It is tried.</summary>
    Attempt = 4096,

    /// <summary>It is not done: "refused to", "failed to".</summary>
    Refused = 8192,

    /// <summary>Somebody is asked or told to: "urged", "ordered".</summary>
    Urged = 16384,

    /// <summary>It is promised, offered or threatened.</summary>
    Promised = 32768,

    /// <summary>Somebody or something is only said to be it: "the alleged leader".</summary>
    Doubted = 65536,
}
