using System.Runtime.InteropServices;

namespace BriefingBot.Storage.Search.Vectors;

/// <summary>
/// One bit a dimension of many vectors, in blocks of 64 rows: the first byte of all rows of a block, then the second of all, so that one
/// instruction looks up the same four dimensions of many rows. Rows may be written while others are read.
/// </summary>
internal sealed class SignBlocks
{
    /// <summary>Rows of a block.</summary>
    public const int Rows = 64;

    /// <summary>Rows have a multiple of so many bytes; what is beyond the dimensions is zero.</summary>
    public const int Step = 2;

    private readonly byte[] _bytes;

    /// <param name="capacity">Rows.</param>
    /// <param name="dimensions">Bits of a row.</param>
    public SignBlocks(int capacity, int dimensions)
    {
        RowBytes = BytesOf(dimensions);
        BlockBytes = RowBytes * Rows;
        Count = (capacity + Rows - 1) / Rows;
        _bytes = new byte[Count * (long)BlockBytes];
    }

    /// <summary>How many bytes the signs of a row take.</summary>
    public static int BytesOf(int dimensions) => (dimensions + (8 * Step) - 1) / (8 * Step) * Step;

    /// <summary>Blocks.</summary>
    public int Count { get; }

    /// <summary>Bytes of a row.</summary>
    public int RowBytes { get; }

    private int BlockBytes { get; }

    /// <summary>The bytes of a block.</summary>
    public ReadOnlySpan<byte> this[int block] => MemoryMarshal.CreateReadOnlySpan(ref At(block), BlockBytes);

    /// <summary>Writes a row.</summary>
    /// <param name="row">Its number.</param>
    /// <param name="bits">Its dimensions, the first in the lowest bit.</param>
    public void Set(int row, ReadOnlySpan<ulong> bits)
    {
        var bytes = MemoryMarshal.AsBytes(bits);
        var block = MemoryMarshal.CreateSpan(ref At(row / Rows), BlockBytes);
        for (int i = 0; i < Math.Min(RowBytes, bytes.Length); i++)
        {
            block[(i * Rows) + (row % Rows)] = bytes[i];
        }
    }

    /// <summary>Copies the first rows of another one of the same dimensions.</summary>
    public void CopyFrom(SignBlocks other, int rows)
    {
        long blocks = (rows + Rows - 1) / Rows;
        Array.Copy(other._bytes, _bytes, blocks * BlockBytes);
    }

    private ref byte At(int block) => ref _bytes[block * (long)BlockBytes];
}
