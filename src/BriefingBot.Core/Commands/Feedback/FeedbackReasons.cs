namespace BriefingBot.Core.Commands.Feedback;

/// <summary>What people may say of an answer that was not helpful; the same on every front.</summary>
public static class FeedbackReasons
{
    /// <summary>The question.</summary>
    public const string Question = "Thank you, noted. What was wrong with it?";

    /// <summary>The title of the form for words of their own; at most 24 characters.</summary>
    public const string FormTitle = "What was wrong?";

    /// <summary>The buttons in their order.</summary>
    public static IReadOnlyList<(AnswerActionKind Kind, string Label)> All { get; } =
    [
        (AnswerActionKind.WhyWrong, "Wrong"),
        (AnswerActionKind.WhyOutdated, "Outdated"),
        (AnswerActionKind.WhyNotAsked, "Not what I asked"),
        (AnswerActionKind.WhySource, "Bad source"),
        (AnswerActionKind.WhyOther, "Something else\u2026"),
    ];
}
