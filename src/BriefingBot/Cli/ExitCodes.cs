namespace BriefingBot.Cli;

/// <summary>What the process ends with.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Failed, or interrupted.</summary>
    public const int Failed = 1;

    /// <summary>Wrong usage or configuration; nothing was changed.</summary>
    public const int Usage = 2;
}
