namespace BriefingBot.Core.Ingestion.Sources;

/// <summary>Where a path really leads, every link on the way followed.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    /// <summary>The real path; null when a link leads nowhere or in a circle.</summary>
    public static string? Of(string path)
    {
        string full = Path.GetFullPath(path);
        for (int links = 0; links < MostLinks; links++)
        {
            if (FirstLink(full) is not { } found)
            {
                return full;
            }

            if (found.Target is null)
            {
                return null;
            }

            full = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(found.Link)!, found.Target, found.Tail));
        }

        return null;
    }

    /// <summary>Is the path the root itself, or below it?</summary>
    public static bool IsInside(string path, string root) =>
        path == root
        || path.StartsWith(
            root.EndsWith(Path.DirectorySeparatorChar) ? root : root + Path.DirectorySeparatorChar,
            StringComparison.Ordinal
        );

    private static (string Link, string? Target, string Tail)? FirstLink(string full)
    {
        string root = Path.GetPathRoot(full)!;
        string[] parts = full[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        string at = root;
        for (int i = 0; i < parts.Length; i++)
        {
            at = Path.Combine(at, parts[i]);
            if (new FileInfo(at).LinkTarget is { } target)
            {
                return (at, target.Length == 0 ? null : target, Path.Combine(parts[(i + 1)..]));
            }
        }

        return null;
    }
}
