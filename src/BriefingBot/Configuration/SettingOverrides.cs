namespace BriefingBot.Configuration;

/// <summary>What the command line says on top of the settings; null or empty where it says nothing.</summary>
/// <param name="Coverage">Folders or files of articles.</param>
/// <param name="Data">The data folder.</param>
/// <param name="ConfigFile">A JSON file with settings.</param>
internal sealed record SettingOverrides(IReadOnlyList<string> Coverage, string? Data, string? ConfigFile)
{
    /// <summary>The addresses of the web console; taken by <c>serve</c>, <c>doctor</c> and <c>healthcheck</c>.</summary>
    public string? Urls { get; init; }
}
