namespace BriefingBot.Core.Answering;

/// <summary>How answers are composed and when none is given. Defaults were calibrated; see docs/EVALUATION.md.</summary>
public sealed class AnsweringOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Answering";

    /// <summary>The most sentences of an extractive answer, 1 to 10.</summary>
    public int MaxSentences { get; set; } = 4;

    /// <summary>No answer below this probability that the coverage answers, 0 to 1. Higher refuses more.</summary>
    public double Confidence { get; set; } = 0.16;

    /// <summary>
    /// The same where a sentence that is only near the matter would mislead: a yes-or-no question that no sentence says whole, a number asked for when none is found, somebody
    /// asked about who is not in the sentence, a noun asked for that the coverage never uses.
    /// </summary>
    public double CloseConfidence { get; set; } = 0.5;
}
