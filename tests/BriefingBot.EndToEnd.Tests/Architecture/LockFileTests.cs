using System.Text.Json;

namespace BriefingBot.EndToEnd.Tests.Architecture;

/// <summary>The lock files beside the projects; whether they fit, a restore with <c>CI=true</c> says.</summary>
public sealed class LockFileTests
{
    private static readonly string[] Published = ["linux-arm64", "linux-x64", "osx-arm64", "win-x64"];

    private static readonly IReadOnlyList<string> Folders =
    [
        .. new[] { "src", "tests", "tools" }
            .SelectMany(static folder =>
                Directory.EnumerateFiles(Path.Combine(ProjectFile.Repository, folder), "*.csproj", SearchOption.AllDirectories)
            )
            .Select(static project => Path.GetDirectoryName(project)!),
    ];

    [Fact]
    public void Every_project_has_a_lock_file_and_none_names_where_packages_come_from()
    {
        Assert.NotEmpty(Folders);
        Assert.All(
            Folders,
            static folder =>
                Assert.DoesNotContain("://", File.ReadAllText(Path.Combine(folder, "packages.lock.json")), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_lock_file_of_the_bot_holds_for_every_system_that_the_README_publishes_for()
    {
        string readme = File.ReadAllText(Path.Combine(ProjectFile.Repository, "README.md"));
        using var locked = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(ProjectFile.Repository, "src", "BriefingBot", "packages.lock.json"))
        );

        Assert.All(Published, system => Assert.Contains($"`{system}`", readme, StringComparison.Ordinal));
        Assert.Equal(
            Published,
            locked
                .RootElement.GetProperty("dependencies")
                .EnumerateObject()
                .Select(static target => target.Name.Split('/'))
                .Where(static target => target.Length > 1)
                .Select(static target => target[1])
                .Order(StringComparer.Ordinal)
        );
    }
}
