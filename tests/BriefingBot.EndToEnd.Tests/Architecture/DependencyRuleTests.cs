namespace BriefingBot.EndToEnd.Tests.Architecture;

/// <summary>The dependency rules 1 to 4 of docs/DESIGN.md, read from the project files.</summary>
public sealed class DependencyRuleTests
{
    private const string CompositionRoot = "BriefingBot";
    private const string Core = "BriefingBot.Core";
    private const string Evaluation = "BriefingBot.Evaluation";
    private static readonly string[] InMemoryLibraries =
    [
        "YamlDotNet",
        "Cronos",
        "AngleSharp",
        "Markdig",
        "Handlebars.Net",
        "NodaTime",
        "System.Numerics.Tensors",
        "Tomlyn",
        "UTF.Unknown",
    ];
    private static readonly IReadOnlyList<ProjectFile> Projects = ProjectFile.ReadAll();

    [Fact]
    public void The_project_files_are_found()
    {
        Assert.Contains(Projects, project => project.Name == Core);
        Assert.Contains(Projects, project => project.Name == CompositionRoot);
    }

    [Fact]
    public void Core_references_no_project_and_only_abstractions_and_in_memory_libraries()
    {
        var core = Find(Core);

        Assert.Empty(core.Projects);
        Assert.All(
            core.Packages,
            package =>
                Assert.True(
                    package.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) || InMemoryLibraries.Contains(package),
                    $"Core references {package}."
                )
        );
    }

    [Fact]
    public void Adapters_reference_Core_and_never_each_other()
    {
        var adapters = Projects
            .Where(project => project.IsSource && project.Name is not Core and not CompositionRoot and not Evaluation)
            .ToList();

        Assert.NotEmpty(adapters);
        Assert.All(adapters, adapter => Assert.Equal([Core], adapter.Projects));
    }

    [Fact]
    public void Evaluation_references_Core_only() => Assert.Equal([Core], Find(Evaluation).Projects);

    [Fact]
    public void Only_the_composition_root_references_everything()
    {
        var others = Projects
            .Where(project => project.IsSource && project.Name != CompositionRoot)
            .Select(project => project.Name)
            .Order(StringComparer.Ordinal);

        Assert.Equal(others, Find(CompositionRoot).Projects.Order(StringComparer.Ordinal));
        Assert.All(Projects.Where(project => project.IsSource), project => Assert.DoesNotContain(CompositionRoot, project.Projects));
    }

    [Fact]
    public void Only_the_entry_point_picks_implementations()
    {
        string root = Path.Combine(ProjectFile.Repository, "src", CompositionRoot);
        var picking = Directory
            .EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file =>
                File.ReadAllText(file) is var text
                && ((string[])["AddStorage", "AddEncoder", "AddLanguageModel"]).Any(maker => text.Contains(maker, StringComparison.Ordinal))
            )
            .Select(Path.GetFileName);

        Assert.Equal(["Program.cs"], picking);
    }

    [Fact]
    public void Test_servers_reference_no_source_project() =>
        Assert.All(
            Projects.Where(project => project.Name.EndsWith(".TestServers", StringComparison.Ordinal)),
            project => Assert.Empty(project.Projects)
        );

    private static ProjectFile Find(string name) => Projects.Single(project => project.Name == name);
}
