namespace BriefingBot.Storage.Sqlite;

/// <summary>Keeps the store to its owner: it holds what people asked. What SQLite makes beside the file gets the same rights.</summary>
internal static class StoreFileRights
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite
        | UnixFileMode.OtherExecute;

    /// <summary>Makes the file for its owner alone, or takes the rights of others from one that is there.</summary>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public static void KeepToOwner(string path, bool exists)
    {
        if (OperatingSystem.IsWindows())
        {
            // The folder's own rights decide there.
            return;
        }

        if (!exists)
        {
            new FileStream(
                path,
                new FileStreamOptions
                {
                    Mode = FileMode.OpenOrCreate,
                    Access = FileAccess.Write,
                    Share = FileShare.ReadWrite,
                    UnixCreateMode = Owner,
                }
            ).Dispose();
            return;
        }

        try
        {
            var mode = File.GetUnixFileMode(path);
            if ((mode & Others) != UnixFileMode.None)
            {
                File.SetUnixFileMode(path, mode & ~Others);
            }
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            // Another user's file, or one that can only be read: its owner decides.
        }
    }
}
