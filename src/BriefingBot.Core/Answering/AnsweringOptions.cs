namespace BriefingBot.Core.Answering;

/// <summary>How answers are composed and when none is given. Defaults were calibrated; see docs/EVALUATION.md.</summary>
public sealed class AnsweringOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Answering";

    /// <summary>The most sentences of an extractive answer, 1 to 10.</summary>
    public int MaxSentences { get; set; } = 4;

    /// <summary>No answer below this probability that the coverage answers, 0 to 1. Higher refuses more.</summary>
    public double Confidence { get; set; } = 0.23;
}
