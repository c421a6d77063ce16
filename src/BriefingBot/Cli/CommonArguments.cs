namespace BriefingBot.Cli;

/// <summary>What every verb takes; null or empty where the command line does not say.</summary>
/// <param name="Coverage">Folders or files of articles.</param>
/// <param name="Data">The data folder.</param>
/// <param name="ConfigFile">A JSON file with settings.</param>
internal sealed record CommonArguments(IReadOnlyList<string> Coverage, string? Data, string? ConfigFile)
{
    /// <summary>The addresses of the web console; taken by <c>serve</c>, <c>doctor</c> and <c>healthcheck</c>.</summary>
    public string? Urls { get; init; }
}
