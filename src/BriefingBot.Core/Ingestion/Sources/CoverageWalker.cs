namespace BriefingBot.Core.Ingestion.Sources;

/// <summary>
/// Lists the files of the coverage: folders recursively in ordinal order, hidden entries and other extensions left out, manifests applied.
/// A file that two paths lead to is listed once.
/// </summary>
internal sealed class CoverageWalker(IngestionFailures failures)
{
    private readonly HashSet<string> _listed = new(StringComparer.Ordinal);
    private readonly List<CoverageFile> _files = [];

    /// <summary>Lists all files of all paths.</summary>
    /// <exception cref="CoverageNotFoundException">A path does not exist, or a folder holds no file that can be read.</exception>
    public IReadOnlyList<CoverageFile> List(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        foreach (string path in paths)
        {
            if (!File.Exists(path) && !Directory.Exists(path))
            {
                throw new CoverageNotFoundException($"The coverage path '{path}' does not exist. Name a folder of articles, or a .txt, .md or .jsonl file.");
            }
        }

        foreach (string path in paths)
        {
            string full = Path.GetFullPath(path);
            if (Directory.Exists(full))
            {
                int before = _files.Count;
                bool opened = Walk(full, "", [], cancellationToken);
                if (opened && _files.Count == before && !_listed.Any(file => file.StartsWith(full, StringComparison.Ordinal)))
                {
                    throw new CoverageNotFoundException($"The coverage folder '{path}' holds no .txt, .md or .jsonl file. Put articles there or name another folder.");
                }
            }
            else if (FormatOf(full) is { } format)
            {
                string name = Path.GetFileName(full);
                var manifest = ReadManifest(Path.GetDirectoryName(full)!, "");
                Add(new CoverageFile(full, name, format, manifest?.For(name) ?? SourceMetadata.Empty));
            }
            else
            {
                throw new CoverageNotFoundException($"The coverage file '{path}' is none of .txt, .md and .jsonl. Convert it or name another.");
            }
        }

        return _files;
    }

    private bool Walk(string folder, string prefix, IReadOnlyList<(CoverageManifest Manifest, string Root)> outer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        FileSystemInfo[] entries;
        try
        {
            entries = new DirectoryInfo(folder).GetFileSystemInfos();
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            failures.AddUnopened(prefix.Length == 0 ? Path.GetFileName(folder) : prefix, $"the folder cannot be opened: {error.Message} Articles stored from it are kept.", id: null);
            return false;
        }

        Array.Sort(entries, (a, b) => string.CompareOrdinal(a.Name, b.Name));
        (CoverageManifest Manifest, string Root)[] manifests = ReadManifest(folder, prefix) is { } manifest ? [(manifest, prefix), .. outer] : [.. outer];
        foreach (var entry in entries)
        {
            if (entry.Name.StartsWith('.') || entry.Attributes.HasFlag(FileAttributes.Hidden))
            {
                continue;
            }

            string source = prefix + entry.Name;
            if (entry is DirectoryInfo)
            {
                // A linked folder may lead back up.
                if (entry.LinkTarget is null)
                {
                    Walk(entry.FullName, source + "/", manifests, cancellationToken);
                }
            }
            else if (FormatOf(entry.Name) is { } format)
            {
                var metadata = manifests.Aggregate(SourceMetadata.Empty, (sum, next) => sum.Or(next.Manifest.For(source[next.Root.Length..])));
                Add(new CoverageFile(entry.FullName, source, format, metadata));
            }
        }

        return true;
    }

    private CoverageManifest? ReadManifest(string folder, string prefix)
    {
        string path = Path.Combine(folder, CoverageManifest.FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return CoverageManifest.Parse(SourceText.Decode(File.ReadAllBytes(path)));
        }
        catch (Exception error) when (error is SourceException or UnauthorizedAccessException or IOException)
        {
            failures.Add(prefix + CoverageManifest.FileName, $"{error.Message} The articles were read without it.");
            return null;
        }
    }

    private void Add(CoverageFile file)
    {
        if (_listed.Add(file.FullPath))
        {
            _files.Add(file);
        }
    }

    private static SourceFormat? FormatOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".txt" => SourceFormat.Text,
        ".md" => SourceFormat.Markdown,
        ".jsonl" => SourceFormat.JsonLines,
        _ => null,
    };
}
