namespace BriefingBot.Storage.Sqlite.Backups;

/// <summary>
/// A file that is written beside its place and put there when it is whole; disposed before that, nothing is left of it. For its owner
/// alone.
/// </summary>
internal sealed class PartialFile : IDisposable
{
    private readonly string _target;

    /// <summary>Makes it, empty.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public PartialFile(string target)
    {
        _target = target;
        Path = System.IO.Path.Combine(
            System.IO.Path.GetDirectoryName(target)!,
            $".{System.IO.Path.GetFileName(target)}.{Guid.NewGuid():N}.part"
        );
        StoreFileRights.KeepToOwner(Path, exists: false);
    }

    /// <summary>Where it is written.</summary>
    public string Path { get; }

    /// <summary>Puts it in its place, after all of it has reached the disk.</summary>
    /// <exception cref="IOException">There is a file that must not be overwritten, or it cannot be moved.</exception>
    public void PutInPlace(bool overwrite)
    {
        using (FileStream file = new(Path, FileMode.Open, FileAccess.ReadWrite))
        {
            file.Flush(flushToDisk: true);
        }

        File.Move(Path, _target, overwrite);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (string beside in (string[])["", "-journal", "-wal", "-shm"])
        {
            File.Delete(Path + beside);
        }
    }
}
