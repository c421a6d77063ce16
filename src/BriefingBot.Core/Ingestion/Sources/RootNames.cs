namespace BriefingBot.Core.Ingestion.Sources;

/// <summary>
/// Keeps apart files of several roots that have the same path below theirs: the later ones are named by their root's folder too.
/// </summary>
internal static class RootNames
{
    /// <summary>The files, some with a longer <see cref="CoverageFile.Source"/>.</summary>
    public static IReadOnlyList<CoverageFile> Distinguish(IReadOnlyList<CoverageFile> files)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        List<CoverageFile> named = new(files.Count);
        foreach (var file in files)
        {
            string source = file.Source;
            for (int n = 1; owners.TryGetValue(NameOf(source), out string? root) && root != file.Root; n++)
            {
                string folder = Path.GetFileName(file.Root.Length > 0 ? file.Root : Path.GetDirectoryName(file.FullPath))
                    is { Length: > 0 } name
                    ? name
                    : "root";
                source = $"{folder}{(n == 1 ? "" : $"-{n}")}/{file.Source}";
            }

            owners.TryAdd(NameOf(source), file.Root);
            named.Add(source == file.Source ? file : file with { Source = source });
        }

        return named;

        string NameOf(string source) => source[..^Path.GetExtension(source).Length];
    }
}
