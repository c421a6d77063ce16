namespace BriefingBot.Core.Tests.Ingestion;

/// <summary>Finds folders of the repository from where the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Seeds => Path.Combine(Root, "seeds");

    /// <summary>Evaluation data beside the repository; null where it is not at hand.</summary>
    public static string? SharedFile(params ReadOnlySpan<string> path)
    {
        string? named = Environment.GetEnvironmentVariable("BRIEFINGBOT_SHARED");
        for (string? folder = Root; folder is not null || named is not null; folder = Path.GetDirectoryName(folder))
        {
            string file = Path.Combine([named ?? Path.Combine(folder!, "..", "shared"), .. path]);
            if (File.Exists(file))
            {
                return file;
            }

            if (named is not null)
            {
                return null;
            }
        }

        return null;
    }

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "BriefingBot.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No BriefingBot.sln above the tests."));
}
