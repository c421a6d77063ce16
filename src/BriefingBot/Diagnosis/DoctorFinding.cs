namespace BriefingBot.Diagnosis;

/// <summary>What a check found.</summary>
/// <param name="Check">What was checked.</param>
/// <param name="Level">How bad it is.</param>
/// <param name="Detail">What was found.</param>
/// <param name="Advice">What to do; null when there is nothing to do.</param>
internal sealed record DoctorFinding(string Check, FindingLevel Level, string Detail, string? Advice = null)
{
    /// <summary>As it should be.</summary>
    public static DoctorFinding Ok(string check, string detail) => new(check, FindingLevel.Ok, detail);

    /// <summary>Works, but someone should look.</summary>
    public static DoctorFinding Warn(string check, string detail, string advice) => new(check, FindingLevel.Warn, detail, advice);

    /// <summary>Does not work.</summary>
    public static DoctorFinding Fail(string check, string detail, string advice) => new(check, FindingLevel.Fail, detail, advice);
}
