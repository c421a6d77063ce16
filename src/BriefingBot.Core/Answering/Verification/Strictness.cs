namespace BriefingBot.Core.Answering.Verification;

/// <summary>How much of what a language model writes must stand in its evidence.</summary>
public enum Strictness
{
    /// <summary>One clause of the evidence says exactly that: no word rides along, no operator is lost.</summary>
    Strict = 0,

    /// <summary>Freer wording passes; what turns the sense does not.</summary>
    Balanced = 1,
}
