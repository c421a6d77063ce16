namespace BriefingBot.Inference.Tests.FakeModelTests;

/// <summary>Passages of the articles that come with the repository.</summary>
internal static class SampleCoverage
{
    /// <summary>The paragraphs of every article, two at a time.</summary>
    public static IReadOnlyList<string> Passages { get; } =
    [
        .. Directory
            .EnumerateFiles(Folder(), "*.txt")
            .Order(StringComparer.Ordinal)
            .SelectMany(static file =>
                File.ReadAllText(file)
                    .ReplaceLineEndings("\n")
                    .Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
                    .Chunk(2)
                    .Select(static paragraphs => string.Join("\n\n", paragraphs))
            ),
    ];

    private static string Folder()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BriefingBot.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("The repository's root was not found."), "seeds");
    }
}
