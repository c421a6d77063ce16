using System.Text.Json;

namespace BriefingBot.Inference.LocalEncoder.Weights;

/// <summary>
/// Reads the manifest out of <c>model.json</c>: <c>weightsManifest[0]</c> = <c>paths</c> and <c>weights</c> (name, shape, dtype), in file order.
/// </summary>
internal static class WeightsManifestFile
{
    private const int ElementBytes = 4;

    /// <summary>Reads it.</summary>
    /// <exception cref="JsonException">It is not of that form.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static WeightsManifest Read(string path)
    {
        var reader = new Utf8JsonReader(File.ReadAllBytes(path));
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("weightsManifest"u8))
            {
                reader.Read();
                using JsonDocument document = JsonDocument.ParseValue(ref reader);
                return ToManifest(document.RootElement);
            }

            reader.Skip();
        }

        throw new JsonException("There is no weightsManifest in it.");
    }

    private static WeightsManifest ToManifest(JsonElement groups)
    {
        try
        {
            JsonElement group = groups.GetArrayLength() == 1 ? groups[0] : throw new JsonException("Its weightsManifest has more or less than one group.");
            List<string> shards = [];
            foreach (JsonElement path in group.GetProperty("paths").EnumerateArray())
            {
                shards.Add(path.GetString()!);
            }

            Dictionary<string, TensorSlice> tensors = [];
            long offset = 0;
            foreach (JsonElement weight in group.GetProperty("weights").EnumerateArray())
            {
                string name = weight.GetProperty("name").GetString()!;
                if (weight.GetProperty("dtype").GetString() is not ("float32" or "int32") || weight.TryGetProperty("quantization", out _))
                {
                    throw new JsonException($"The tensor {name} is not of plain 32-bit elements.");
                }

                int[] shape = ToShape(weight.GetProperty("shape"));
                tensors.Add(name, new TensorSlice(offset, shape));
                long bytes = ElementBytes;
                Array.ForEach(shape, extent => bytes = checked(bytes * extent));
                offset += bytes;
            }

            return new WeightsManifest(shards, tensors, offset);
        }
        catch (Exception exception)
            when (exception is InvalidOperationException or KeyNotFoundException or ArgumentException or FormatException or OverflowException)
        {
            throw new JsonException("Its weightsManifest is not a group of paths and weights.", exception);
        }
    }

    private static int[] ToShape(JsonElement extents)
    {
        var shape = new int[extents.GetArrayLength()];
        for (int i = 0; i < shape.Length; i++)
        {
            shape[i] = extents[i].GetInt32();
        }

        return shape;
    }
}
