namespace BriefingBot.Configuration;

/// <summary>Section <c>Coverage</c>: what is read.</summary>
internal sealed class CoverageOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Coverage";

    /// <summary>Folders or files, relative to the working directory; empty stands for the sample coverage.</summary>
    public IList<string> Paths { get; init; } = [];
}
