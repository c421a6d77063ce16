using System.Runtime.InteropServices;

namespace BriefingBot.EncoderModel;

/// <summary>
/// Writes the weights of an ONNX model with 8 bits. A product with constant weights becomes <c>DynamicQuantizeLinear</c>,
/// <c>MatMulInteger</c> and a multiplication by both scales, the pattern that the runtime fuses into one kernel; an embedding table keeps a
/// scale for each row. All else stays as it is.
/// </summary>
internal sealed class WeightQuantizer
{
    /// <summary>
    /// Seven bits for weights: on processors without VNNI two products of eight would not fit into the 16 bits that they are added in.
    /// </summary>
    private const int WeightRange = 64;
    private const int RowRange = 127;

    /// <summary>Tables with fewer rows (positions, token types) are not worth it.</summary>
    private const int LargeTable = 10_000;

    private const int FloatType = 1;
    private const int SignedByteType = 3;

    private readonly Dictionary<string, ProtoMessage> _tensors;
    private readonly List<ProtoMessage> _nodes = [];
    private readonly List<ProtoMessage> _made = [];
    private readonly HashSet<string> _quantizedInputs = [];

    private WeightQuantizer(ProtoMessage graph) => _tensors = graph.Messages(Graph.Tensor).ToDictionary(tensor => tensor.Text(Tensor.Name));

    /// <summary>The model with 8-bit weights.</summary>
    public static byte[] Quantize(ReadOnlyMemory<byte> model)
    {
        var root = ProtoMessage.Parse(model);
        var graph = root.Messages(Model.Graph).Single();
        return root.Without(Model.Graph).Add(Model.Graph, new WeightQuantizer(graph).Rewrite(graph)).ToBytes();
    }

    private ProtoMessage Rewrite(ProtoMessage graph)
    {
        foreach (var node in graph.Messages(Graph.Node))
        {
            string[] inputs = node.Texts(Node.Input);
            switch (node.Text(Node.Operator))
            {
                case "MatMul" when _tensors.TryGetValue(inputs[1], out var weights) && IsMatrix(weights):
                    AddProduct(inputs[0], weights, node.Text(Node.Output));
                    break;
                case "Gather"
                    when _tensors.TryGetValue(inputs[0], out var table)
                        && IsMatrix(table)
                        && table.Numbers(Tensor.Dimension)[0] >= LargeTable:
                    AddLookup(table, inputs[1], node.Text(Node.Output));
                    break;
                default:
                    _nodes.Add(node);
                    break;
            }
        }

        var used = _nodes.SelectMany(node => node.Texts(Node.Input)).ToHashSet();
        var rewritten = graph.Without(Graph.Node).Without(Graph.Tensor);
        foreach (var node in _nodes)
        {
            rewritten.Add(Graph.Node, node);
        }

        foreach (var tensor in _tensors.Values.Where(tensor => used.Contains(tensor.Text(Tensor.Name))).Concat(_made))
        {
            rewritten.Add(Graph.Tensor, tensor);
        }

        return rewritten;
    }

    private static bool IsMatrix(ProtoMessage tensor) =>
        tensor.Numbers(Tensor.Dimension).Length == 2 && tensor.Numbers(Tensor.Type) is [FloatType] && tensor.All(Tensor.Raw).Any();

    /// <summary>output = (input in 8 bits) x (weights in 7 bits, a scale a column) x both scales.</summary>
    private void AddProduct(string input, ProtoMessage weights, string output)
    {
        string quantized = $"{input}_8bit";
        (string scale, string zero) = ($"{quantized}_scale", $"{quantized}_zero");
        if (_quantizedInputs.Add(input))
        {
            Add("DynamicQuantizeLinear", [input], [quantized, scale, zero]);
        }

        string name = AddWeights(weights, byColumn: true, WeightRange);
        Add("MatMulInteger", [quantized, $"{name}_8bit", zero, $"{name}_zero"], [$"{output}_integer"]);
        _nodes.Add(NewNode("Cast", [$"{output}_integer"], [$"{output}_float"]).Add(Node.Attribute, IntegerAttribute("to", FloatType)));
        Add("Mul", [scale, $"{name}_scale"], [$"{output}_scale"]);
        Add("Mul", [$"{output}_float", $"{output}_scale"], [output]);
    }

    /// <summary>output = (rows in 8 bits) x (scale of each row).</summary>
    private void AddLookup(ProtoMessage table, string rows, string output)
    {
        string name = AddWeights(table, byColumn: false, RowRange);
        Add("Gather", [$"{name}_8bit", rows], [$"{output}_integer"]);
        Add("Gather", [$"{name}_scale", rows], [$"{output}_scale"]);
        _nodes.Add(NewNode("Cast", [$"{output}_integer"], [$"{output}_float"]).Add(Node.Attribute, IntegerAttribute("to", FloatType)));
        Add("Mul", [$"{output}_float", $"{output}_scale"], [output]);
    }

    private string AddWeights(ProtoMessage tensor, bool byColumn, int range)
    {
        string name = tensor.Text(Tensor.Name);
        long[] shape = tensor.Numbers(Tensor.Dimension);
        (int rows, int columns) = ((int)shape[0], (int)shape[1]);
        var values = MemoryMarshal.Cast<byte, float>(tensor.All(Tensor.Raw).Single().Span);
        float[] scales = new float[byColumn ? columns : rows];
        for (int i = 0; i < values.Length; i++)
        {
            int group = byColumn ? i % columns : i / columns;
            scales[group] = Math.Max(scales[group], Math.Abs(values[i]) / range);
        }

        byte[] quantized = new byte[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            float scale = scales[byColumn ? i % columns : i / columns];
            quantized[i] = (byte)(sbyte)(scale == 0 ? 0 : Math.Clamp(MathF.Round(values[i] / scale), -range, range));
        }

        AddTensor($"{name}_8bit", SignedByteType, shape, quantized);
        AddTensor($"{name}_scale", FloatType, byColumn ? [columns] : [rows, 1], MemoryMarshal.AsBytes(scales.AsSpan()).ToArray());
        if (byColumn)
        {
            AddTensor($"{name}_zero", SignedByteType, [columns], new byte[columns]);
        }

        return name;
    }

    private void AddTensor(string name, int type, long[] shape, byte[] raw)
    {
        ProtoMessage tensor = new();
        foreach (long dimension in shape)
        {
            tensor.Add(Tensor.Dimension, dimension);
        }

        _made.Add(tensor.Add(Tensor.Type, type).Add(Tensor.Name, name).Add(Tensor.Raw, raw));
    }

    private void Add(string type, string[] inputs, string[] outputs) => _nodes.Add(NewNode(type, inputs, outputs));

    private static ProtoMessage NewNode(string type, string[] inputs, string[] outputs)
    {
        ProtoMessage node = new();
        foreach (string input in inputs)
        {
            node.Add(Node.Input, input);
        }

        foreach (string output in outputs)
        {
            node.Add(Node.Output, output);
        }

        return node.Add(Node.Name, $"{outputs[0]}_{type}").Add(Node.Operator, type);
    }

    private static ProtoMessage IntegerAttribute(string name, long value) => new ProtoMessage().Add(1, name).Add(3, value).Add(20, 2);

    // The numbers of the fields in onnx.proto.
    private static class Model
    {
        public const int Graph = 7;
    }

    private static class Graph
    {
        public const int Node = 1;
        public const int Tensor = 5;
    }

    private static class Node
    {
        public const int Input = 1;
        public const int Output = 2;
        public const int Name = 3;
        public const int Operator = 4;
        public const int Attribute = 5;
    }

    private static class Tensor
    {
        public const int Dimension = 1;
        public const int Type = 2;
        public const int Name = 8;
        public const int Raw = 9;
    }
}
