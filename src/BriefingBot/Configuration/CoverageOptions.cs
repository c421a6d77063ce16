using BriefingBot.Core.Intake;

namespace BriefingBot.Configuration;

/// <summary>Section <c>Coverage</c>: what is read.</summary>
internal sealed class CoverageOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Coverage";

    /// <summary>Folders or files, relative to the working directory; empty stands for the sample coverage.</summary>
    public IList<string> Paths { get; init; } = [];

    /// <summary>Bring the index in step within seconds when a file of the coverage changes while the bot runs.</summary>
    public bool Watch { get; set; } = true;

    /// <summary>Nothing is named: the paths are the samples.</summary>
    internal bool IsSample { get; set; }

    /// <summary>What is read.</summary>
    internal CoverageSources ToSources() => new([.. Paths]) { IsSample = IsSample };
}
