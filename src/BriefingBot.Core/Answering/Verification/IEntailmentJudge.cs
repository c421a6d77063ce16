namespace BriefingBot.Core.Answering.Verification;

/// <summary>
/// A second opinion on sentences of a language model that passed the check: whether the words that they rest on entail them. It can only
/// drop. Safe for concurrent use.
/// </summary>
public interface IEntailmentJudge
{
    /// <summary>Do they? Costs processor time and no waiting.</summary>
    /// <param name="evidence">The words of the articles that the sentence rests on.</param>
    /// <param name="sentence">The sentence.</param>
    bool IsEntailed(string evidence, string sentence);
}
