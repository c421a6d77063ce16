using BriefingBot.EndToEnd.Tests.Architecture;

namespace BriefingBot.EndToEnd.Tests.Browser;

/// <summary>
/// Where the pictures of the README go: <c>artifacts/screenshots</c>, or what <c>BRIEFINGBOT_SCREENSHOTS</c> says;
/// <c>make screenshots</c> renews those in the repository.
/// </summary>
internal static class PictureFolder
{
    public static string PathOf(string name) =>
        Path.Combine(
            Environment.GetEnvironmentVariable("BRIEFINGBOT_SCREENSHOTS") is { Length: > 0 } named
                ? Path.GetFullPath(named, ProjectFile.Repository)
                : Path.Combine(ProjectFile.Repository, "artifacts", "screenshots"),
            name
        );
}
