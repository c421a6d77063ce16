using System.Xml.Linq;

namespace BriefingBot.EndToEnd.Tests.Architecture;

/// <summary>A project file and what it references.</summary>
public sealed record ProjectFile(string Name, bool IsSource, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    /// <summary>The root of the repository, found by walking up from the test binary.</summary>
    public static string Repository { get; } = FindRoot();

    /// <summary>Every project of the repository.</summary>
    public static IReadOnlyList<ProjectFile> ReadAll() =>
        [
            .. new[] { "src", "tests" }.SelectMany(folder =>
                Directory
                    .EnumerateFiles(Path.Combine(Repository, folder), "*.csproj", SearchOption.AllDirectories)
                    .Select(path => Read(path, folder == "src"))
            ),
        ];

    private static ProjectFile Read(string path, bool isSource)
    {
        var document = XDocument.Load(path);
        return new ProjectFile(
            Path.GetFileNameWithoutExtension(path),
            isSource,
            [.. Includes("ProjectReference").Select(include => Path.GetFileNameWithoutExtension(include.Replace('\\', '/')))],
            [.. Includes("PackageReference")]
        );

        IEnumerable<string> Includes(string element) =>
            document.Descendants(element).Select(reference => (string?)reference.Attribute("Include")).OfType<string>();
    }

    /// <summary>The folder of the solution.</summary>
    public static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "BriefingBot.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("BriefingBot.sln was not found above the test binary.");
    }
}
