using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Intake;

/// <summary>All sources: those of the settings, and those that were added by command. Thread-safe.</summary>
public sealed class SourceCatalog(CoverageSources configured, ISourceStore store, IntakeFolder folder)
{
    /// <summary>All of them, those of the settings first.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<IReadOnlyList<SourceEntry>> ListAsync(CancellationToken cancellationToken)
    {
        var added = await store.ListAsync(cancellationToken);
        List<SourceEntry> all = [];
        HashSet<SourceName> names = [.. added.Select(static entry => entry.Source.Name)];
        foreach (string path in Own(added))
        {
            string full = Path.GetFullPath(path);
            var first = SourceName.From(Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(full)));
            var name = first;
            for (int n = 2; !names.Add(name); n++)
            {
                name = SourceName.From($"{first.Value[..Math.Min(first.Value.Length, SourceName.MaxLength - 4)]}-{n}");
            }

            all.Add(new SourceEntry(new CoverageSource(name, SourceKind.Folder, full) { IsConfigured = true }, SourceState.New));
        }

        return [.. all, .. added];
    }

    /// <summary>The source of that name; null when there is none.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<SourceEntry?> FindAsync(SourceName name, CancellationToken cancellationToken) =>
        (await ListAsync(cancellationToken)).FirstOrDefault(entry => entry.Source.Name == name);

    /// <summary>
    /// What an index run reads: paths of the settings as they are written there, added folders, and the folders of what was fetched.
    /// </summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<IReadOnlyList<string>> GetPathsAsync(CancellationToken cancellationToken)
    {
        var added = await store.ListAsync(cancellationToken);
        return [.. Own(added), .. added.Where(IsThere).Select(entry => PathOf(entry.Source))];
    }

    /// <summary>As <see cref="ISourceStore.RequireFolderAsync"/>.</summary>
    public Task RequireFolderAsync(CancellationToken cancellationToken) => store.RequireFolderAsync(folder, cancellationToken);

    /// <summary>Where the articles of a source lie on this machine.</summary>
    public string PathOf(CoverageSource source) => source.IsFetched ? folder.Of(source.Name) : source.Location;

    // The sample coverage answers until an added source has brought something.
    private IReadOnlyList<string> Own(IReadOnlyList<SourceEntry> added) =>
        configured.IsSample && added.Any(IsThere) ? [] : [.. configured.Paths];

    private bool IsThere(SourceEntry entry) => !entry.Source.IsFetched || Directory.Exists(PathOf(entry.Source));
}
