using System.Runtime.CompilerServices;
using System.Text;
using BriefingBot.Core.Ingestion.Sources;

namespace BriefingBot.Core.Ingestion.Formats;

/// <summary>Streams the lines of a file of any size; holds one line at a time, of at most <see cref="DecodedText.MaxBytes"/>.</summary>
internal static class JsonLineReader
{
    private const int BlockBytes = 64 * 1024;

    /// <summary>The lines that are not blank, with their numbers from 1. Content is null for a line that is too long.</summary>
    public static async IAsyncEnumerable<(int Number, byte[]? Content)> ReadAsync(
        CoverageFile source,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var file = await OpenAsync(source, cancellationToken);
        byte[] block = new byte[BlockBytes];
        var line = new MemoryStream();
        int number = 1;
        bool tooLong = false;
        long total = 0;
        int read;
        while ((read = await file.ReadAsync(block, cancellationToken)) > 0)
        {
            total += read;
            if (source.IsCompressed && total > RegularFile.MaxInflatedBytes)
            {
                throw new IOException($"more than {RegularFile.MaxInflatedBytes >> 30} GB came out of it.");
            }

            int from = 0;
            while (from < read)
            {
                int end = Array.IndexOf(block, (byte)'\n', from, read - from);
                int until = end < 0 ? read : end;
                tooLong |= line.Length + until - from > DecodedText.MaxBytes;
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
    public static async Task<int> CountAsync(CoverageFile source, CancellationToken cancellationToken)
    {
        await using var file = RegularFile.Open(source);
        byte[] block = new byte[BlockBytes];
        int lines = 0;
        if (source.IsCompressed)
        {
            // Counting would mean to inflate it twice.
            return 1;
        }

        byte last = (byte)'\n';
        int read;
        while ((read = await file.ReadAsync(block, cancellationToken)) > 0)
        {
            lines += block.AsSpan(0, read).Count((byte)'\n');
            last = block[read - 1];
        }

        return last == (byte)'\n' ? lines : lines + 1;
    }

    // UTF-16 is read as UTF-8: its line ends are two bytes.
    private static async Task<Stream> OpenAsync(CoverageFile source, CancellationToken cancellationToken)
    {
        byte[] mark = new byte[2];
        await using (var probe = RegularFile.Open(source))
        {
            _ = await probe.ReadAtLeastAsync(mark, 2, throwOnEndOfStream: false, cancellationToken);
        }

        var stream = RegularFile.Open(source);
        return mark is [0xFF, 0xFE] ? Encoding.CreateTranscodingStream(stream, Encoding.Unicode, Encoding.UTF8)
            : mark is [0xFE, 0xFF] ? Encoding.CreateTranscodingStream(stream, Encoding.BigEndianUnicode, Encoding.UTF8)
            : stream;
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
