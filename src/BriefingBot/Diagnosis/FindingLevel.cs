namespace BriefingBot.Diagnosis;

/// <summary>How bad a finding is.</summary>
internal enum FindingLevel
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Works, but someone should look.</summary>
    Warn,

    /// <summary>Does not work.</summary>
    Fail,
}
