using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace BriefingBot.Storage.Search.Vectors;

/// <summary>
/// Estimates the dot product of one vector with many of which only the signs are known. For each four dimensions there is a table of what
/// the sixteen patterns of signs take away from the vector, as a byte; a row's sum over them is its distance (the fast scan of André,
/// Kermarrec and Le Scouarnec, https://arxiv.org/abs/1812.09162, with signs for codes). What lies along the centre is known of each row
/// exactly and is added by the caller.
/// </summary>
internal sealed class SignQuery
{
    private const int Patterns = 16;

    // Four of these are added before they are widened.
    private const int MostLevels = 63;

    // Processors fetch what is read in order by themselves, but not beyond a page of 4 kB: asked for two blocks of 384 dimensions before it
    // is read, what is scanned over a million rows took 3 of 28 ms less of a question.
    private const int AheadBytes = 6144;

    // Each table stands in each quarter of the widest vector.
    private const int Copies = 4 * Patterns;

    private readonly byte[] _tables;
    private readonly int _rowBytes;
    private readonly float _nearest;
    private readonly float _unit;
    private readonly float _along;

    /// <param name="vector">Any length.</param>
    /// <param name="centre">What the signs are relative to.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public SignQuery(ReadOnlySpan<float> vector, VectorCentre centre)
    {
        _rowBytes = SignBlocks.BytesOf(vector.Length);
        int tables = 2 * _rowBytes;
        float along = TensorPrimitives.Dot(vector, centre.Direction);
        var rest = new float[tables * 4];
        TensorPrimitives.MultiplyAdd(centre.Direction, -along, vector, rest);

        var lost = new float[tables * Patterns];
        float largest = float.Epsilon;
        for (int table = 0; table < tables; table++)
        {
            largest = Math.Max(largest, Fill(rest.AsSpan(table * 4, 4), lost.AsSpan(table * Patterns, Patterns)));
        }

        float perUnit = Math.Min(MostLevels, ushort.MaxValue / tables) / largest;
        _tables = new byte[tables * Copies];
        Span<byte> levels = stackalloc byte[Patterns];
        for (int table = 0; table < tables; table++)
        {
            for (int pattern = 0; pattern < Patterns; pattern++)
            {
                levels[pattern] = (byte)((lost[(table * Patterns) + pattern] * perUnit) + 0.5f);
            }

            for (int copy = 0; copy < Copies; copy += Patterns)
            {
                levels.CopyTo(_tables.AsSpan((table * Copies) + copy));
            }
        }

        float length = Math.Max(TensorPrimitives.Norm(vector), float.Epsilon);
        _nearest = TensorPrimitives.SumOfMagnitudes<float>(rest) / length;
        _unit = -2 / (perUnit * length);
        _along = along / length;
    }

    /// <summary>
    /// Eight estimated cosines. A row's rest is taken for its signs times its spread, which makes the estimate right on average (Gao and
    /// Long, https://arxiv.org/abs/2405.12497).
    /// </summary>
    /// <param name="distances">As measured.</param>
    /// <param name="spreads">The squared length of each row's rest by the sum of its magnitudes.</param>
    /// <param name="along">How far each row lies along the centre, beyond the centre itself.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Estimate(ReadOnlySpan<ushort> distances, ReadOnlySpan<float> spreads, ReadOnlySpan<float> along)
    {
        var (low, high) = Vector128.Widen(Vector128.Create(distances));
        var distance = Vector256.ConvertToSingle(Vector256.Create(low, high).AsInt32());
        return (Vector256.Create(spreads) * ((distance * _unit) + Vector256.Create(_nearest))) + (Vector256.Create(along) * _along);
    }

    /// <summary>How far each row of a block is.</summary>
    /// <param name="block">As <see cref="SignBlocks"/> has it.</param>
    /// <param name="distances"><see cref="SignBlocks.Rows"/> numbers.</param>
    public void Measure(ReadOnlySpan<byte> block, Span<ushort> distances)
    {
        if (Avx512BW.IsSupported)
        {
            Measure512(block, distances);
        }
        else if (Avx2.IsSupported)
        {
            Measure256(block, distances);
        }
        else
        {
            Measure128(block, distances);
        }
    }

    /// <summary>By vectors of 512 bits; only where the processor has them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Measure512(ReadOnlySpan<byte> block, Span<ushort> distances)
    {
        ref byte table = ref MemoryMarshal.GetArrayDataReference(_tables);
        ref byte rows = ref MemoryMarshal.GetReference(block);
        var mask = Vector512.Create((byte)0x0F);
        var words = Vector512.Create((ushort)0x00FF);
        var (even, odd) = (Vector512<ushort>.Zero, Vector512<ushort>.Zero);
        for (int i = 0; i < _rowBytes; i += SignBlocks.Step)
        {
            FetchAhead(ref rows);
            FetchAhead(ref Unsafe.Add(ref rows, SignBlocks.Rows));
            var first = Vector512.LoadUnsafe(ref rows);
            var second = Vector512.LoadUnsafe(ref rows, SignBlocks.Rows);
            var sum =
                Avx512BW.Shuffle(Vector512.LoadUnsafe(ref table), first & mask)
                + Avx512BW.Shuffle(Vector512.LoadUnsafe(ref table, Copies), (first.AsUInt16() >> 4).AsByte() & mask)
                + Avx512BW.Shuffle(Vector512.LoadUnsafe(ref table, 2 * Copies), second & mask)
                + Avx512BW.Shuffle(Vector512.LoadUnsafe(ref table, 3 * Copies), (second.AsUInt16() >> 4).AsByte() & mask);
            even += sum.AsUInt16() & words;
            odd += sum.AsUInt16() >> 8;
            table = ref Unsafe.Add(ref table, 4 * Copies);
            rows = ref Unsafe.Add(ref rows, SignBlocks.Step * SignBlocks.Rows);
        }

        Write(even.GetLower(), odd.GetLower(), distances);
        Write(even.GetUpper(), odd.GetUpper(), distances[32..]);
    }

    /// <summary>By vectors of 256 bits; only where the processor has them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Measure256(ReadOnlySpan<byte> block, Span<ushort> distances)
    {
        var mask = Vector256.Create((byte)0x0F);
        var words = Vector256.Create((ushort)0x00FF);
        for (int part = 0; part < SignBlocks.Rows; part += Vector256<byte>.Count)
        {
            ref byte table = ref MemoryMarshal.GetArrayDataReference(_tables);
            ref byte rows = ref Unsafe.Add(ref MemoryMarshal.GetReference(block), part);
            var (even, odd) = (Vector256<ushort>.Zero, Vector256<ushort>.Zero);
            for (int i = 0; i < _rowBytes; i += SignBlocks.Step)
            {
                FetchAhead(ref rows);
                var first = Vector256.LoadUnsafe(ref rows);
                var second = Vector256.LoadUnsafe(ref rows, SignBlocks.Rows);
                var sum =
                    Avx2.Shuffle(Vector256.LoadUnsafe(ref table), first & mask)
                    + Avx2.Shuffle(Vector256.LoadUnsafe(ref table, Copies), (first.AsUInt16() >> 4).AsByte() & mask)
                    + Avx2.Shuffle(Vector256.LoadUnsafe(ref table, 2 * Copies), second & mask)
                    + Avx2.Shuffle(Vector256.LoadUnsafe(ref table, 3 * Copies), (second.AsUInt16() >> 4).AsByte() & mask);
                even += sum.AsUInt16() & words;
                odd += sum.AsUInt16() >> 8;
                table = ref Unsafe.Add(ref table, 4 * Copies);
                rows = ref Unsafe.Add(ref rows, SignBlocks.Step * SignBlocks.Rows);
            }

            Write(even, odd, distances[part..]);
        }
    }

    /// <summary>By vectors of 128 bits, which every processor has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Measure128(ReadOnlySpan<byte> block, Span<ushort> distances)
    {
        var mask = Vector128.Create((byte)0x0F);
        var words = Vector128.Create((ushort)0x00FF);
        for (int part = 0; part < SignBlocks.Rows; part += Vector128<byte>.Count)
        {
            ref byte table = ref MemoryMarshal.GetArrayDataReference(_tables);
            ref byte rows = ref Unsafe.Add(ref MemoryMarshal.GetReference(block), part);
            var (even, odd) = (Vector128<ushort>.Zero, Vector128<ushort>.Zero);
            for (int i = 0; i < _rowBytes; i += SignBlocks.Step)
            {
                var first = Vector128.LoadUnsafe(ref rows);
                var second = Vector128.LoadUnsafe(ref rows, SignBlocks.Rows);
                var sum =
                    Vector128.ShuffleNative(Vector128.LoadUnsafe(ref table), first & mask)
                    + Vector128.ShuffleNative(Vector128.LoadUnsafe(ref table, Copies), (first.AsUInt16() >> 4).AsByte() & mask)
                    + Vector128.ShuffleNative(Vector128.LoadUnsafe(ref table, 2 * Copies), second & mask)
                    + Vector128.ShuffleNative(Vector128.LoadUnsafe(ref table, 3 * Copies), (second.AsUInt16() >> 4).AsByte() & mask);
                even += sum.AsUInt16() & words;
                odd += sum.AsUInt16() >> 8;
                table = ref Unsafe.Add(ref table, 4 * Copies);
                rows = ref Unsafe.Add(ref rows, SignBlocks.Step * SignBlocks.Rows);
            }

            var (lowEven, highEven) = Vector128.Widen(even);
            var (lowOdd, highOdd) = Vector128.Widen(odd);
            (lowEven | (lowOdd << 16)).AsUInt16().CopyTo(distances[part..]);
            (highEven | (highOdd << 16)).AsUInt16().CopyTo(distances[(part + Vector128<ushort>.Count)..]);
        }
    }

    /// <summary>Asks for what will be read; an address that is not there is no error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void FetchAhead(ref byte at) => Sse.Prefetch0((byte*)Unsafe.AsPointer(ref at) + AheadBytes);

    /// <summary>Even and odd rows in turn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(Vector256<ushort> even, Vector256<ushort> odd, Span<ushort> distances)
    {
        var (lowEven, highEven) = Vector256.Widen(even);
        var (lowOdd, highOdd) = Vector256.Widen(odd);
        (lowEven | (lowOdd << 16)).AsUInt16().CopyTo(distances);
        (highEven | (highOdd << 16)).AsUInt16().CopyTo(distances[Vector256<ushort>.Count..]);
    }

    /// <summary>
    /// For each pattern of signs how much of four dimensions lies where it is negative, beyond the least; returns the most.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Fill(ReadOnlySpan<float> rest, Span<float> lost)
    {
        float least = 0;
        for (int i = 0; i < rest.Length; i++)
        {
            least += Math.Min(rest[i], 0);
        }

        float most = 0;
        for (int pattern = 0; pattern < Patterns; pattern++)
        {
            float sum = -least;
            for (int bit = 0; bit < 4; bit++)
            {
                sum += ((pattern >> bit) & 1) * rest[bit];
            }

            lost[pattern] = Math.Max(sum, 0);
            most = Math.Max(most, sum);
        }

        return most;
    }
}
