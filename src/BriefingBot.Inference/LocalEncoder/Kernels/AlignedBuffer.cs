namespace BriefingBot.Inference.LocalEncoder.Kernels;

/// <summary>
/// Numbers at a fixed address that starts a 64-byte line. The memory is the garbage collector's: it lives as long as this object is reachable, so nothing
/// has to be freed and nothing can be freed too early. Whoever computes with <see cref="Pointer"/> keeps the object reachable until the end.
/// </summary>
internal sealed unsafe class AlignedBuffer
{
    private const int Alignment = 64;

    private readonly float[] _memory;
    private readonly int _first;

    /// <summary>Zeros.</summary>
    public AlignedBuffer(int length)
    {
        _memory = GC.AllocateArray<float>(length + (Alignment / sizeof(float)), pinned: true);
        Length = length;
        fixed (float* first = _memory)
        {
            Pointer = (float*)(((nuint)first + Alignment - 1) & ~(nuint)(Alignment - 1));
            _first = (int)(Pointer - first);
        }
    }

    /// <summary>The first element.</summary>
    public float* Pointer { get; }

    /// <summary>The number of elements.</summary>
    public int Length { get; }

    /// <summary>The elements from <paramref name="start"/> on.</summary>
    public Span<float> Slice(int start, int length) => _memory.AsSpan(_first, Length).Slice(start, length);
}
