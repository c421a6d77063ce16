namespace BriefingBot.Configuration;

/// <summary>Section <c>Data</c>: where the store lives.</summary>
internal sealed class DataOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Data";

    /// <summary>The folder of everything that the bot writes, relative to the working directory; made when it does not exist.</summary>
    public string Folder { get; set; } = "data";

    /// <summary>Where the articles that were fetched lie; a folder of sources.</summary>
    public string FetchedFolder => Path.Combine(Path.GetFullPath(Folder), "sources");

    /// <summary>The store's file, where SQLite keeps it.</summary>
    public string StorePath => Path.Combine(Path.GetFullPath(Folder), "briefingbot.sqlite");
}
