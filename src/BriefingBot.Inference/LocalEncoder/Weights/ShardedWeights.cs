using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using BriefingBot.Inference.LocalEncoder.Kernels;
using Microsoft.Win32.SafeHandles;

namespace BriefingBot.Inference.LocalEncoder.Weights;

/// <summary>The weight shards as one stream of bytes, opened for reading. Safe for concurrent reads.</summary>
internal sealed class ShardedWeights : IDisposable
{
    private const int ChunkBytes = 256 * 1024;

    private readonly WeightsManifest _manifest;
    private readonly List<SafeFileHandle> _handles = [];
    private readonly List<long> _ends = [];
    private uint _sum;

    /// <summary>Opens all shards and checks their lengths.</summary>
    /// <exception cref="InvalidDataException">The shards do not hold what the manifest says.</exception>
    /// <exception cref="IOException">One cannot be read.</exception>
    public ShardedWeights(string directory)
    {
        _manifest = WeightsManifestFile.Read(Path.Combine(directory, "model.json"));
        try
        {
            long end = 0;
            foreach (string shard in _manifest.Shards)
            {
                SafeFileHandle handle = File.OpenHandle(Path.Combine(directory, Path.GetFileName(shard)));
                _handles.Add(handle);
                _ends.Add(end += RandomAccess.GetLength(handle));
            }

            if (end != _manifest.TotalBytes)
            {
                throw new InvalidDataException($"the weights have {end} bytes instead of {_manifest.TotalBytes}");
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The sum of all 32-bit words that were read so far, modulo 2^32.</summary>
    public uint Sum => Volatile.Read(ref _sum);

    /// <inheritdoc />
    public void Dispose() => _handles.ForEach(static handle => handle.Dispose());

    /// <summary>Reads a tensor as it stands; leading extents of 1 do not count.</summary>
    /// <exception cref="InvalidDataException">It is not there, or of another shape.</exception>
    public AlignedBuffer Read(string name, params ReadOnlySpan<int> shape)
    {
        long offset = Find(name, shape);
        int length = 1;
        foreach (int extent in shape)
        {
            length *= extent;
        }

        var buffer = new AlignedBuffer(length);
        Read(offset, MemoryMarshal.AsBytes(buffer.Slice(0, length)));
        return buffer;
    }

    /// <summary>Reads a matrix [depth, columns] straight into panels of [depth, 32].</summary>
    /// <exception cref="InvalidDataException">It is not there, or of another shape.</exception>
    public AlignedBuffer ReadPanels(string name, int depth, int columns)
    {
        long offset = Find(name, [depth, columns]);
        var panels = new AlignedBuffer(depth * columns);
        int chunkRows = Math.Max(1, ChunkBytes / (columns * sizeof(float)));
        float[] chunk = GC.AllocateUninitializedArray<float>(chunkRows * columns);
        for (int row = 0; row < depth; row += chunkRows)
        {
            int rows = Math.Min(chunkRows, depth - row);
            Span<float> part = chunk.AsSpan(0, rows * columns);
            Read(offset + ((long)row * columns * sizeof(float)), MemoryMarshal.AsBytes(part));
            for (int column = 0; column < columns; column += MatrixKernel.PanelColumns)
            {
                Span<float> panel = panels.Slice((column * depth) + (row * MatrixKernel.PanelColumns), rows * MatrixKernel.PanelColumns);
                for (int i = 0; i < rows; i++)
                {
                    part.Slice((i * columns) + column, MatrixKernel.PanelColumns).CopyTo(panel[(i * MatrixKernel.PanelColumns)..]);
                }
            }
        }

        return panels;
    }

    private long Find(string name, ReadOnlySpan<int> shape)
    {
        if (!_manifest.Tensors.TryGetValue(name, out TensorSlice? slice))
        {
            throw new InvalidDataException($"the tensor {name} is missing");
        }

        return slice.Shape.AsSpan().TrimStart(1).SequenceEqual(shape.TrimStart(1))
            ? slice.Offset
            : throw new InvalidDataException($"the tensor {name} has the shape [{string.Join(", ", slice.Shape)}]");
    }

    private void Read(long offset, Span<byte> target)
    {
        Span<byte> all = target;
        for (int shard = 0; !target.IsEmpty; shard++)
        {
            long begin = shard == 0 ? 0 : _ends[shard - 1];
            while (!target.IsEmpty && offset < _ends[shard])
            {
                int wanted = (int)Math.Min(target.Length, _ends[shard] - offset);
                int read = RandomAccess.Read(_handles[shard], target[..wanted], offset - begin);
                if (read == 0)
                {
                    throw new EndOfStreamException("the weights end early");
                }

                target = target[read..];
                offset += read;
            }
        }

        Interlocked.Add(ref _sum, TensorPrimitives.Sum<uint>(MemoryMarshal.Cast<byte, uint>(all)));
    }
}
