namespace BriefingBot.Core.Intake;

/// <summary>Where fetched items lie; the host says.</summary>
/// <param name="Path">The folder of all of them, absolute.</param>
public sealed record IntakeFolder(string Path)
{
    /// <summary>The folder of one source.</summary>
    public string Of(SourceName name) => System.IO.Path.Combine(Path, name.Value);
}
