using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace BriefingBot.Core.Text.Planted;

/// <summary>
/// Remembers what was found in texts that were searched lately, under a digest of each: at most twice <paramref name="mostTexts"/>, about
/// 100 bytes a text. Thread-safe.
/// </summary>
/// <param name="mostTexts">After so many others a text that nobody asked for since is forgotten.</param>
internal sealed class PlantedMemory(int mostTexts = 65_536)
{
    private readonly Lock _turning = new();
    private volatile Generation _young = new();
    private volatile Generation _old = new();

    /// <summary>What was found in the text, now or before.</summary>
    public IReadOnlyList<TextSpan> GetOrAdd(string text, Func<string, IReadOnlyList<TextSpan>> search)
    {
        var key = KeyOf(text);
        var young = _young;
        if (young.Found.TryGetValue(key, out var known))
        {
            return known;
        }

        if (!_old.Found.TryGetValue(key, out known))
        {
            known = search(text) is { Count: > 0 } found ? found : [];
        }

        // The dictionary's own count takes all of its locks.
        if (young.Found.TryAdd(key, known) && Interlocked.Increment(ref young.Count) == mostTexts)
        {
            Turn(young);
        }

        return known;
    }

    private void Turn(Generation full)
    {
        lock (_turning)
        {
            if (ReferenceEquals(_young, full))
            {
                _old = full;
                _young = new Generation();
            }
        }
    }

    // Half of the digest is enough: to write two texts that share it takes some 2^64 tries.
    private static UInt128 KeyOf(string text)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()), digest);
        return BinaryPrimitives.ReadUInt128LittleEndian(digest);
    }

    private sealed class Generation
    {
        public readonly ConcurrentDictionary<UInt128, IReadOnlyList<TextSpan>> Found = new();

        public int Count;
    }
}
