using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace BriefingBot.Storage.Moving;

/// <summary>A checksum over rows: equal for equal values in the same order, whichever engine has them.</summary>
internal sealed class RowDigest : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Rows so far.</summary>
    public long Rows { get; private set; }

    /// <summary>Takes a row.</summary>
    public void Add(IReadOnlyList<object?> values)
    {
        Rows++;
        Span<byte> head = stackalloc byte[5];
        foreach (object? value in values)
        {
            byte[] bytes = value switch
            {
                null => [],
                long number => BitConverter.GetBytes(number),
                float number => BitConverter.GetBytes(number),
                string text => Encoding.UTF8.GetBytes(text),
                byte[] blob => blob,
                _ => throw new ArgumentException($"A column cannot hold a {value.GetType().Name}.", nameof(values)),
            };
            head[0] = value is null ? (byte)0 : (byte)1;
            BinaryPrimitives.WriteInt32LittleEndian(head[1..], bytes.Length);
            _hash.AppendData(head);
            _hash.AppendData(bytes);
        }
    }

    /// <summary>The checksum of the rows so far, in hexadecimal digits; begins anew.</summary>
    public string Finish() => Convert.ToHexString(_hash.GetHashAndReset());

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();
}
