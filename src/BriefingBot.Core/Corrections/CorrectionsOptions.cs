namespace BriefingBot.Core.Corrections;

/// <summary>Section <c>Corrections</c>: who is told when a cited article changes.</summary>
public sealed class CorrectionsOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Corrections";

    /// <summary>
    /// Where corrections go, separated by commas: <c>threads</c> (where the answer was given; to the asker alone when it was private) and
    /// places such as <c>slack:T1/C2</c> or <c>discord:123</c>; <c>none</c> for nowhere: they are listed all the same.
    /// </summary>
    public string Notify { get; set; } = "threads";
}
