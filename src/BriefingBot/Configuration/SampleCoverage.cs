namespace BriefingBot.Configuration;

/// <summary>Finds the sample coverage: <c>seeds</c> below the working directory, or the copy beside the binary.</summary>
internal static class SampleCoverage
{
    /// <summary>The folder's name.</summary>
    public const string FolderName = "seeds";

    /// <summary>The folder to read when no coverage is named.</summary>
    public static string Find()
    {
        string beside = Path.Combine(AppContext.BaseDirectory, FolderName);
        return Directory.Exists(FolderName) || !Directory.Exists(beside) ? FolderName : beside;
    }
}
