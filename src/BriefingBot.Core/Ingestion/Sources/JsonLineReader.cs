using System.Runtime.CompilerServices;

namespace BriefingBot.Core.Ingestion.Sources;

/// <summary>Streams the lines of a file of any size; never holds more than one line of at most <see cref="SourceText.MaxBytes"/>.</summary>
internal static class JsonLineReader
{
    private const int BlockBytes = 64 * 1024;

    /// <summary>The lines that are not blank, with their numbers from 1. Content is null for a line that is too long.</summary>
    public static async IAsyncEnumerable<(int Number, byte[]? Content)> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        byte[] block = new byte[BlockBytes];
        var line = new MemoryStream();
        int number = 1;
        bool tooLong = false;
        int read;
        while ((read = await file.ReadAsync(block, cancellationToken)) > 0)
        {
            int from = 0;
            while (from < read)
            {
                int end = Array.IndexOf(block, (byte)'\n', from, read - from);
                int until = end < 0 ? read : end;
                tooLong |= line.Length + until - from > SourceText.MaxBytes;
                if (!tooLong)
                {
                    line.Write(block, from, until - from);
                }

                if (end < 0)
                {
                    break;
                }

                if (tooLong || HasContent(line))
                {
                    yield return (number, tooLong ? null : Take(line, number));
                }

                line.SetLength(0);
                tooLong = false;
                number++;
                from = end + 1;
            }
        }

        if (tooLong || HasContent(line))
        {
            yield return (number, tooLong ? null : Take(line, number));
        }
    }

    /// <summary>How many lines a file has about; blank ones are counted too.</summary>
    public static async Task<int> CountAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        byte[] block = new byte[BlockBytes];
        int lines = 0;
        byte last = (byte)'\n';
        int read;
        while ((read = await file.ReadAsync(block, cancellationToken)) > 0)
        {
            lines += block.AsSpan(0, read).Count((byte)'\n');
            last = block[read - 1];
        }

        return last == (byte)'\n' ? lines : lines + 1;
    }

    private static bool HasContent(MemoryStream line) => line.GetBuffer().AsSpan(0, (int)line.Length).ContainsAnyExcept(" \t\r"u8);

    private static byte[] Take(MemoryStream line, int number)
    {
        var content = line.GetBuffer().AsSpan(0, (int)line.Length);
        if (number == 1 && content.StartsWith("\uFEFF"u8))
        {
            content = content[3..];
        }

        return content.TrimEnd((byte)'\r').ToArray();
    }
}
