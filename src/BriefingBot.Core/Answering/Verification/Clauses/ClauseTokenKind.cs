namespace BriefingBot.Core.Answering.Verification.Clauses;

/// <summary>What a token of a clause is.</summary>
internal enum ClauseTokenKind
{
    /// <summary>A word that carries meaning.</summary>
    Content,

    /// <summary>A word that a sentence may have anyway: articles, pronouns, prepositions, connectives.</summary>
    Function,

    /// <summary>A number with its magnitude.</summary>
    Number,

    /// <summary>A date or a time of day.</summary>
    Date,

    /// <summary>A punctuation mark.</summary>
    Mark,
}
