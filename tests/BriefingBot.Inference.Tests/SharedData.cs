namespace BriefingBot.Inference.Tests;

/// <summary>Data that is not part of the project and that a few tests use when it is at hand.</summary>
public static class SharedData
{
    /// <summary>The path of a file of it; the test is skipped when there is none.</summary>
    public static string Require(string relativePath)
    {
        IEnumerable<string?> roots =
        [
            Environment.GetEnvironmentVariable("BRIEFINGBOT_SHARED"),
            .. Ancestors().Select(static folder => Path.Combine(folder, "..", "shared")),
        ];
        string? found = roots.OfType<string>().Select(root => Path.Combine(root, relativePath)).FirstOrDefault(File.Exists);
        if (found is null)
        {
            Assert.Skip($"NOT CHECKED: {relativePath} is not at hand; name its folder in BRIEFINGBOT_SHARED.");
        }

        return found;
    }

    private static IEnumerable<string> Ancestors()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
        }
    }
}
