namespace BriefingBot.Core.Commands.Reindex;

/// <summary>An index run was ended by command. What it stored until then stays, and the next run goes on from there.</summary>
public sealed class IndexRunEndedException : Exception
{
    /// <summary>The exception.</summary>
    public IndexRunEndedException()
        : base("The index run was cancelled. What was stored until then stays, and the next run goes on from there.") { }
}
