namespace BriefingBot.Core.Retrieval.Calibration;

/// <summary>A logistic model of whether what was retrieved answers: the logarithm of the odds is the intercept plus each signal times its constant.</summary>
/// <param name="Intercept">The logarithm of the odds without any signal.</param>
/// <param name="Context">For the share of the question that one passage covers.</param>
/// <param name="Similarity">For the best similarity.</param>
/// <param name="Best">For the best sentence's score.</param>
/// <param name="MissingNames">For the weight of names that are missing.</param>
/// <param name="Coverage">For the share of the question that one sentence holds, beside what it adds to the best sentence's score.</param>
/// <param name="Nameless">For a question without names.</param>
/// <param name="NamelessSimilarity">For the best similarity of a question without names, on top: there is nothing else to go by.</param>
public sealed record AnswerabilityConstants(
    double Intercept, double Context, double Similarity, double Best, double MissingNames, double Coverage, double Nameless, double NamelessSimilarity);
