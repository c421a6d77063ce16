using System.Buffers;

namespace BriefingBot.Slack.Http;

/// <summary>Reads a body up to a limit.</summary>
internal static class BodyReader
{
    /// <summary>The body; null when it is longer than <paramref name="limit"/> bytes.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream body, int limit, CancellationToken cancellationToken)
    {
        ArrayBufferWriter<byte> read = new();
        while (true)
        {
            int count = await body.ReadAsync(read.GetMemory(4096), cancellationToken);
            if (count == 0)
            {
                return read.WrittenMemory;
            }

            read.Advance(count);
            if (read.WrittenCount > limit)
            {
                return null;
            }
        }
    }
}
