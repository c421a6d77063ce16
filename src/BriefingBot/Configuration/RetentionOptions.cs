namespace BriefingBot.Configuration;

/// <summary>Section <c>Retention</c>: for how long the store keeps what people asked and what came of it.</summary>
internal sealed class RetentionOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Retention";

    /// <summary>Gaps, questions, answers, votes and uses of the model, in days; 0 keeps them for ever.</summary>
    public int Days { get; set; } = 90;

    /// <summary>The audit log, in days; 0 keeps it for ever.</summary>
    public int AuditDays { get; set; } = 365;
}
