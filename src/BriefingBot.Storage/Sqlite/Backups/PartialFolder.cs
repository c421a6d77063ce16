namespace BriefingBot.Storage.Sqlite.Backups;

/// <summary>A folder that is filled beside its place; unless it is kept, nothing is left of it there or in its place.</summary>
internal sealed class PartialFolder(string target) : IDisposable
{
    private bool _isInPlace;
    private bool _isKept;

    /// <summary>Where it is filled; made by its first file.</summary>
    public string Path { get; } =
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(target)!, $".{System.IO.Path.GetFileName(target)}.{Guid.NewGuid():N}.part");

    /// <summary>Puts it in its place, where at most an empty folder is; nothing happens when it has no file.</summary>
    /// <exception cref="IOException">There is something, or it cannot be moved.</exception>
    public void PutInPlace()
    {
        if (!Directory.Exists(Path))
        {
            return;
        }

        if (Directory.Exists(target))
        {
            Directory.Delete(target);
        }

        Directory.Move(Path, target);
        _isInPlace = true;
    }

    /// <summary>It stays.</summary>
    public void Keep() => _isKept = true;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isInPlace && !_isKept)
        {
            Directory.Delete(target, recursive: true);
        }

        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
