using System.IO.Compression;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Storage.Sqlite.Backups;

/// <summary>
/// The files of fetched articles inside a backup, in a table of SQLite's own archive format (https://www.sqlite.org/sqlar.html), so that
/// its command line lists and unpacks them too. Without them the next index run would miss what feeds no longer list.
/// </summary>
internal static class FetchedFiles
{
    private const int MostBytes = 1 << 28;
    private const int RegularFile = 0x81A4;
    private const string Half = ".new";

    /// <summary>Puts all files of the sources' folders into the copy.</summary>
    /// <returns>How many.</returns>
    public static int Pack(SqliteSession copy, string folder, CancellationToken cancellationToken)
    {
        copy.ExecuteScript("CREATE TABLE sqlar (name TEXT PRIMARY KEY, mode INT, mtime INT, sz INT, data BLOB)");
        using var transaction = copy.BeginWrite();
        int count = 0;
        foreach (string file in List(folder))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryRead(file) is { } content)
            {
                string name = $"{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileName(file)}";
                long modified = new DateTimeOffset(File.GetLastWriteTimeUtc(file)).ToUnixTimeSeconds();
                copy.Execute(
                    "INSERT INTO sqlar VALUES ($1, $2, $3, $4, $5)",
                    name,
                    RegularFile,
                    modified,
                    content.Length,
                    Deflate(content)
                );
                count++;
            }
        }

        transaction.Commit();
        return count;
    }

    /// <summary>Unpacks the files of a backup; a store that was copied in another way has none.</summary>
    /// <param name="backup">The open backup.</param>
    /// <param name="file">Its path, for what is said of it.</param>
    /// <param name="folder">Where the files go.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How many.</returns>
    /// <exception cref="StoreException">What is packed is no article file.</exception>
    public static int Unpack(SqliteSession backup, string file, string folder, CancellationToken cancellationToken)
    {
        if (!AreIn(backup))
        {
            return 0;
        }

        int count = 0;
        using var rows = backup.Prepare("SELECT name, sz, data FROM sqlar ORDER BY name").ExecuteReader();
        while (rows.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            string name = rows.GetString(0);
            long size = rows.GetInt64(1);
            if (name.Split('/') is not [var source, var item] || !IsName(source) || !IsName(item) || size is < 0 or > MostBytes)
            {
                throw new StoreException(
                    $"The backup '{file}' holds a file '{name}' that is not a fetched article, so nothing was restored: "
                        + $"name one made by 'backup'."
                );
            }

            string path = Path.Combine(folder, source, item);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(
                path,
                Inflate(rows.GetFieldValue<byte[]>(2), (int)size) ?? throw BackupErrors.Damaged(file, $"'{name}' in it cannot be unpacked")
            );
            count++;
        }

        return count;
    }

    /// <summary>Takes them out of a store, which has no use for them.</summary>
    public static void Remove(SqliteSession store) => store.ExecuteScript("DROP TABLE IF EXISTS sqlar");

    private static bool AreIn(SqliteSession session) =>
        session.ReadLong("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'sqlar'") == 1;

    private static IEnumerable<string> List(string folder) =>
        !Directory.Exists(folder)
            ? []
            : Directory
                .GetDirectories(folder)
                .SelectMany(FilesOf)
                .Where(static file => !file.EndsWith(Half, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal);

    private static string[] FilesOf(string folder)
    {
        try
        {
            return Directory.GetFiles(folder);
        }
        catch (DirectoryNotFoundException)
        {
            // The source was removed meanwhile.
            return [];
        }
    }

    private static byte[]? TryRead(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            // Withdrawn by its source meanwhile.
            return null;
        }
    }

    private static bool IsName(string part) =>
        part.Length is > 0 and <= 255 && part is not ("." or "..") && !part.AsSpan().ContainsAny(['\\', '\0', ':']);

    private static byte[] Deflate(byte[] content)
    {
        using MemoryStream packed = new();
        using (ZLibStream deflate = new(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(content);
        }

        return packed.Length < content.Length ? packed.ToArray() : content;
    }

    private static byte[]? Inflate(byte[] packed, int size)
    {
        if (packed.Length == size)
        {
            return packed;
        }

        byte[] content = new byte[size];
        try
        {
            using ZLibStream inflate = new(new MemoryStream(packed), CompressionMode.Decompress);
            inflate.ReadExactly(content);
            return inflate.ReadByte() < 0 ? content : null;
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            return null;
        }
    }
}
