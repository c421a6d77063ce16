using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Ingestion.Sources;

/// <summary>
/// Lists the files of the coverage: folders recursively in ordinal order, hidden entries left out, manifests applied. Links are followed
/// when they stay inside the roots; what they lead to outside is named and left alone. A file that two paths lead to is listed once. Files
/// that no format reads are counted by their extension.
/// </summary>
internal sealed class CoverageWalker(SourceFormats formats, IngestionFailures failures)
{
    private readonly HashSet<string> _listed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _walked = new(StringComparer.Ordinal);
    private readonly List<CoverageFile> _files = [];
    private readonly List<ListedLink> _links = [];
    private readonly List<string> _roots = [];
    private readonly UnreadFiles _unread = new();

    /// <summary>Lists all files of all paths.</summary>
    /// <exception cref="CoverageNotFoundException">A path does not exist, or a folder holds no file that can be read.</exception>
    public IReadOnlyList<CoverageFile> List(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        foreach (string path in paths)
        {
            _roots.Add(
                (File.Exists(path) || Directory.Exists(path) ? RealPath.Of(path) : null)
                    ?? throw new CoverageNotFoundException(
                        $"The coverage path '{path}' does not exist. Name a folder of articles, or a file."
                    )
            );
        }

        foreach (var (path, full) in paths.Zip(_roots))
        {
            if (Directory.Exists(full))
            {
                int before = _files.Count;
                bool opened = Walk(new CoverageFolder(full, "", full, []), cancellationToken);
                FollowLinks(cancellationToken);
                if (opened && _files.Count == before && !_listed.Any(file => RealPath.IsInside(file, full)))
                {
                    throw new CoverageNotFoundException(
                        $"The coverage folder '{path}' contains no file that can be read ({formats.Names}). Put articles "
                            + $"there or name another folder."
                    );
                }
            }
            else
            {
                AddNamed(path, full);
            }
        }

        _unread.Report(failures);
        return RootNames.Distinguish(_files);
    }

    private void AddNamed(string path, string full)
    {
        if (formats.Of(full) is null)
        {
            throw new CoverageNotFoundException($"The coverage file '{path}' is not one of {formats.Names}. Convert it or name another.");
        }

        string name = Path.GetFileName(full);
        var manifest = ReadManifest(Path.GetDirectoryName(full)!, "");
        Add(
            full,
            name,
            "",
            manifest?.For(name) ?? SourceMetadata.Empty,
            manifest is null or { Outlets.Count: 0 } ? OutletNames.Known : OutletNames.Known.With(manifest.Outlets)
        );
    }

    private bool Walk(CoverageFolder folder, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!_walked.Add(folder.FullPath))
        {
            return true;
        }

        FileSystemInfo[] entries;
        try
        {
            entries = new DirectoryInfo(folder.FullPath).GetFileSystemInfos();
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            failures.AddUnopened(
                folder.Prefix.Length == 0 ? Path.GetFileName(folder.FullPath) : folder.Prefix,
                $"the folder cannot be opened: {exception.Message} Articles stored from it are kept.",
                id: null
            );
            return false;
        }

        Array.Sort(entries, (a, b) => string.CompareOrdinal(a.Name, b.Name));
        if (ReadManifest(folder.FullPath, folder.Prefix) is { } manifest)
        {
            folder = folder.With(manifest);
        }

        foreach (var entry in entries)
        {
            string source = folder.Prefix + entry.Name;
            if (entry.Name.StartsWith('.') || entry.Attributes.HasFlag(FileAttributes.Hidden) || source is CoverageManifest.FileName)
            {
                continue;
            }

            if (entry.LinkTarget is not null)
            {
                _links.Add(new ListedLink(entry.FullName, source, folder));
            }
            else if (entry is DirectoryInfo)
            {
                Walk(folder with { FullPath = entry.FullName, Prefix = source + "/" }, cancellationToken);
            }
            else
            {
                Add(entry.FullName, source, folder.Root, folder.MetadataOf(source), folder.Outlets);
            }
        }

        ReportUnmatched(folder);
        return true;
    }

    // What really lies in the folders comes first, so that a link never takes a file's name from it.
    private void FollowLinks(CancellationToken cancellationToken)
    {
        for (int i = 0; i < _links.Count; i++)
        {
            var (path, source, folder) = _links[i];
            string? target = RealPath.Of(path);
            if (target is null || (!File.Exists(target) && !Directory.Exists(target)))
            {
                failures.Add(source, "a link that leads nowhere. Remove it.");
            }
            else if (!_roots.Any(root => RealPath.IsInside(target, root)))
            {
                failures.Add(
                    source,
                    "a link that leads out of the coverage: it is not followed. Copy the file, or name its folder as coverage too."
                );
            }
            else if (Directory.Exists(target))
            {
                Walk(folder with { FullPath = target, Prefix = source + "/" }, cancellationToken);
            }
            else
            {
                Add(target, source, folder.Root, folder.MetadataOf(source), folder.Outlets);
            }
        }

        _links.Clear();
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
            return
                RealPath.Of(path) is { } real
                && _roots.Any(root =>
                    RealPath.IsInside(real, root) || real == Path.Combine(Path.GetDirectoryName(root)!, CoverageManifest.FileName)
                )
                ? CoverageManifest.Read(real)
                : throw new SourceException("a link that leads out of the coverage: it is not followed.");
        }
        catch (Exception exception) when (exception is SourceException or UnauthorizedAccessException or IOException)
        {
            failures.Add(prefix + CoverageManifest.FileName, $"{exception.Message} The articles were read without it.");
            return null;
        }
    }

    private void ReportUnmatched(CoverageFolder folder)
    {
        if (folder.Manifests is [(var manifest, var prefix), ..] && prefix == folder.Prefix)
        {
            foreach (string entry in manifest.Unmatched())
            {
                failures.Note(prefix + CoverageManifest.FileName, $"the entry '{entry}' matches no file; correct its path or remove it.");
            }

            foreach (string warning in manifest.Warnings)
            {
                failures.Note(prefix + CoverageManifest.FileName, warning);
            }
        }
    }

    private void Add(string fullPath, string source, string root, SourceMetadata manifest, OutletNames outlets)
    {
        if (formats.Of(source) is not var (format, reader, compressed))
        {
            _unread.Add(source);
        }
        else if (_listed.Add(fullPath))
        {
            _files.Add(
                new CoverageFile(fullPath, source, format, manifest)
                {
                    Reader = reader,
                    IsCompressed = compressed,
                    Root = root,
                    Outlets = outlets,
                }
            );
        }
    }

    private sealed record ListedLink(string Path, string Source, CoverageFolder Folder);
}
