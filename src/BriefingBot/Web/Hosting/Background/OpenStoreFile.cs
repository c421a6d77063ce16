namespace BriefingBot.Web.Hosting.Background;

/// <summary>
/// Tells whether the file that this process has open is still the one at its path: a file that was deleted or moved stays open, and what is
/// written to it is lost. Only Linux says what is open; elsewhere a file that is there counts as the same.
/// </summary>
/// <param name="path">The full path.</param>
internal sealed class OpenStoreFile(string path)
{
    private const string OpenFiles = "/proc/self/fd";

    // Where the path leads when links are followed; known once the file was seen open there.
    private string? _opened;

    /// <summary>The full path.</summary>
    public string Path { get; } = path;

    /// <summary>Is there a file at the path?</summary>
    public bool Exists => File.Exists(Path);

    /// <summary>Is another file there than the one that was open when this was asked first?</summary>
    public bool IsReplaced()
    {
        if (List() is not { } open)
        {
            return false;
        }

        if (_opened is not null)
        {
            return !open.Contains(_opened);
        }

        string real = RealPathOf(Path);
        _opened = open.Contains(real) ? real : null;
        return false;
    }

    /// <summary>Where the open files of this process are; null when the system does not say.</summary>
    private static HashSet<string>? List()
    {
        try
        {
            return Directory.Exists(OpenFiles)
                ? new DirectoryInfo(OpenFiles)
                    .EnumerateFileSystemInfos()
                    .Select(static entry => entry.LinkTarget)
                    .OfType<string>()
                    .ToHashSet(StringComparer.Ordinal)
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A file was closed while it was looked at, or a hardened system: the next look may do.
            return null;
        }
    }

    private static string RealPathOf(string path)
    {
        string folder = System.IO.Path.GetDirectoryName(path)!;
        string real = new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder;
        return new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName
            ?? System.IO.Path.Combine(real, System.IO.Path.GetFileName(path));
    }
}
