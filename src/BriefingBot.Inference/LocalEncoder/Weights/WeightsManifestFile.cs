using System.Text.Json;

namespace BriefingBot.Inference.LocalEncoder.Weights;

/// <summary>Reads the manifest out of <c>model.json</c>: <c>weightsManifest[0]</c> = <c>paths</c> and <c>weights</c> (name, shape, dtype), in file order.</summary>
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
            JsonElement group = groups.EnumerateArray().Single();
            List<string> shards = [.. group.GetProperty("paths").EnumerateArray().Select(static path => path.GetString()!)];
            Dictionary<string, TensorSlice> tensors = [];
            long offset = 0;
            foreach (JsonElement weight in group.GetProperty("weights").EnumerateArray())
            {
                if (weight.GetProperty("dtype").GetString() is not ("float32" or "int32") || weight.TryGetProperty("quantization", out _))
                {
                    throw new JsonException($"The tensor {weight.GetProperty("name").GetString()} is not of plain 32-bit elements.");
                }

                int[] shape = [.. weight.GetProperty("shape").EnumerateArray().Select(static extent => extent.GetInt32())];
                tensors.Add(weight.GetProperty("name").GetString()!, new TensorSlice(offset, shape));
                offset += shape.Aggregate((long)ElementBytes, static (bytes, extent) => bytes * extent);
            }

            return new WeightsManifest(shards, tensors, offset);
        }
        catch (Exception exception) when (exception is InvalidOperationException or KeyNotFoundException or ArgumentException or FormatException)
        {
            throw new JsonException("Its weightsManifest is not one group of paths and weights.", exception);
        }
    }
}
