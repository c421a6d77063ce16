using System.IO.Compression;

namespace BriefingBot.Core.Ingestion.Sources;

/// <summary>
/// Opens and reads files of the coverage. Pipes, sockets and devices have no length, and nothing without a length is opened: opening or
/// reading it could wait for ever.
/// </summary>
internal static class RegularFile
{
    /// <summary>The most that is taken out of one compressed file.</summary>
    public const long MaxInflatedBytes = 4L * 1024 * 1024 * 1024;

    /// <summary>Opens a file for reading from its beginning; a compressed one gives what it holds.</summary>
    /// <exception cref="SourceException">It is empty or no regular file.</exception>
    public static Stream Open(CoverageFile file)
    {
        if (new FileInfo(file.FullPath).Length == 0)
        {
            throw new SourceException("empty, or not a regular file: there is no text in it.");
        }

        var stream = new FileStream(
            file.FullPath,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete,
            bufferSize: 0,
            FileOptions.Asynchronous | FileOptions.SequentialScan
        );
        return file.IsCompressed ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }

    /// <summary>The whole file.</summary>
    /// <exception cref="SourceException">It is empty, no regular file, or larger than <paramref name="maxBytes"/>.</exception>
    public static async Task<byte[]> ReadAllAsync(CoverageFile file, int maxBytes, CancellationToken cancellationToken)
    {
        long length = new FileInfo(file.FullPath).Length;
        if (length > maxBytes)
        {
            throw Huge(length, maxBytes);
        }

        await using var stream = Open(file);
        var content = new MemoryStream(file.IsCompressed ? 0 : (int)length);
        byte[] block = new byte[64 * 1024];
        int read;
        while ((read = await stream.ReadAsync(block, cancellationToken)) > 0)
        {
            if (content.Length + read > maxBytes)
            {
                throw Huge(null, maxBytes);
            }

            content.Write(block, 0, read);
        }

        return content.ToArray();
    }

    private static SourceException Huge(long? length, int maxBytes) =>
        new(
            $"huge: {(length is { } bytes ? $"{bytes / 1048576.0:F1} MB" : "it grows beyond that while it is read")}, "
                + $"at most {maxBytes / 1048576} MB are read. Split it into articles."
        );
}
