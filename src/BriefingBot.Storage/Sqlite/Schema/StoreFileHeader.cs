using System.Buffers.Binary;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Storage.Sqlite.Schema;

/// <summary>
/// Looks at the first 100 bytes of the file without SQLite, which would already touch a foreign one. Layout:
/// https://www.sqlite.org/fileformat2.html#the_database_header.
/// </summary>
internal static class StoreFileHeader
{
    /// <summary>The application id of our files: "BBot".</summary>
    public const int ApplicationId = 0x42426F74;

    private const int HeaderLength = 100;
    private const int ApplicationIdOffset = 68;

    /// <summary>Refuses what is not ours. A missing or empty file passes: it will become ours.</summary>
    /// <exception cref="StoreException">Not a database, or another application's.</exception>
    public static void Check(string path)
    {
        switch (Look(path))
        {
            case StoreFileKind.NoDatabase:
                throw new StoreException(
                    $"'{path}' is not a SQLite database and was left as it is: name another file for the store, or move this one away."
                );
            case StoreFileKind.OtherApplication:
            // An interrupted creation leaves a journal that SQLite will roll back; the check after opening then decides.
            case StoreFileKind.Unnamed when !File.Exists(path + "-journal"):
                throw Foreign(path);
        }
    }

    /// <summary>What the file is.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static StoreFileKind Look(string path)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        int length = file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false);
        if (length == 0)
        {
            return StoreFileKind.Empty;
        }

        if (length < HeaderLength || !header.StartsWith("SQLite format 3\0"u8))
        {
            return StoreFileKind.NoDatabase;
        }

        return BinaryPrimitives.ReadInt32BigEndian(header[ApplicationIdOffset..]) switch
        {
            ApplicationId => StoreFileKind.Ours,
            0 => StoreFileKind.Unnamed,
            _ => StoreFileKind.OtherApplication,
        };
    }

    /// <summary>The refusal of another application's database.</summary>
    public static StoreException Foreign(string path) =>
        new($"'{path}' is a SQLite database of another application and was left as it is: name another file for the store.");
}
