using System.Runtime.InteropServices;
using BriefingBot.EncoderModel;

namespace BriefingBot.Inference.Tests.Rerankers;

/// <summary>
/// Writes a cross-encoder of a dozen words into a temporary folder: its logit is the sum over the words of the second text, 6 for "harbour"
/// and "ferry", -1 for any other. What stands in the first text counts nothing, which only a model that is told the texts apart can do.
/// </summary>
internal static class TinyCrossEncoder
{
    private static readonly string[] _vocabulary =
    [
        "[PAD]",
        "[UNK]",
        "[CLS]",
        "[SEP]",
        "[MASK]",
        "harbour",
        "ferry",
        "the",
        "mayor",
        "opened",
        "rain",
        "fell",
        "who",
        ".",
    ];

    public static DirectoryInfo Write()
    {
        var folder = Directory.CreateTempSubdirectory("briefingbot-reranker-");
        File.WriteAllLines(Path.Combine(folder.FullName, "vocab.txt"), _vocabulary);
        File.WriteAllBytes(Path.Combine(folder.FullName, "model.onnx"), Model());
        return folder;
    }

    // logits = ReduceSum(Gather(weights, input_ids) * Cast(token_type_ids)); the numbers are those of the fields in onnx.proto.
    private static byte[] Model()
    {
        float[] weights =
        [
            .. _vocabulary.Select(static word =>
                word is "harbour" or "ferry" ? 6f
                : word.StartsWith('[') ? 0
                : -1f
            ),
        ];
        ProtoMessage tensor = new ProtoMessage()
            .Add(1, weights.Length)
            .Add(2, 1)
            .Add(8, "weights")
            .Add(9, MemoryMarshal.AsBytes(weights.AsSpan()).ToArray());
        ProtoMessage toFloat = new ProtoMessage().Add(1, "to").Add(3, 1).Add(20, 2);
        ProtoMessage axes = new ProtoMessage().Add(1, "axes").Add(8, 1).Add(20, 7);
        ProtoMessage graph = new ProtoMessage()
            .Add(1, Node("Gather", ["weights", "input_ids"], "worth"))
            .Add(1, Node("Cast", ["token_type_ids"], "second").Add(5, toFloat))
            .Add(1, Node("Mul", ["worth", "second"], "counted"))
            .Add(1, Node("ReduceSum", ["counted"], "logits").Add(5, axes))
            .Add(2, "tiny")
            .Add(5, tensor)
            .Add(11, Value("input_ids", 7, "tokens"))
            .Add(11, Value("token_type_ids", 7, "tokens"))
            .Add(12, Value("logits", 1, null));
        return new ProtoMessage().Add(1, 6).Add(7, graph).Add(8, new ProtoMessage().Add(2, 11)).ToBytes();
    }

    private static ProtoMessage Node(string type, string[] inputs, string output)
    {
        ProtoMessage node = new();
        foreach (string input in inputs)
        {
            node.Add(1, input);
        }

        return node.Add(2, output).Add(3, output).Add(4, type);
    }

    private static ProtoMessage Value(string name, int type, string? length)
    {
        ProtoMessage second = length is null ? new ProtoMessage().Add(1, 1) : new ProtoMessage().Add(2, length);
        ProtoMessage shape = new ProtoMessage().Add(1, new ProtoMessage().Add(2, "batch")).Add(1, second);
        return new ProtoMessage().Add(1, name).Add(2, new ProtoMessage().Add(1, new ProtoMessage().Add(1, type).Add(2, shape)));
    }
}
