using BriefingBot.Inference.LocalEncoder.Kernels;
using BriefingBot.Inference.LocalEncoder.Transformer;

namespace BriefingBot.Inference.LocalEncoder.Weights;

/// <summary>Finds the tensors of the encoder by the names of the published graph.</summary>
internal sealed class UseLiteWeightsReader(ShardedWeights weights)
{
    private const string Variables = "module_apply_default/Encoder_en/KonaTransformer/Encode/";
    private const string Stack = Variables + "TransformerStack/";
    private const string Module = "module/Encoder_en/KonaTransformer/Encode/";
    private const string Joined = "/ConcatPartitions/concat";

    // The sum of the 32-bit words of all tensors below, modulo 2^32, as they were published: other weights would be another encoder.
    private const uint PublishedSum = 0x50D5FC95;

    /// <summary>Reads everything, the matrices at the same time.</summary>
    /// <exception cref="InvalidDataException">A tensor is missing or of another shape, or the weights are not the published ones.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public UseLiteWeights Read()
    {
        AlignedBuffer? embeddings = null;
        AlignedBuffer? timing = null;
        LinearWeights? residual = null;
        LinearWeights? output = null;
        var layers = new LayerParts[] { new(), new() };
        List<Action> parts =
        [
            () => embeddings = weights.Read("module/Embeddings_en", UseLiteShape.EmbeddingRows, UseLiteShape.EmbeddingWidth),
            () => residual = Linear(
                Variables + "Layer_0/TransformerLayer/dense/kernel" + Joined,
                Variables + "Layer_0/TransformerLayer/dense/bias" + Joined,
                UseLiteShape.EmbeddingWidth,
                UseLiteShape.Width),
            () => output = Linear(
                "module/Encoder_en/hidden_layers/tanh_layer_0/weights",
                "module/Encoder_en/hidden_layers/tanh_layer_0/bias",
                UseLiteShape.Width,
                UseLiteShape.Width),
        ];
        for (int i = 0; i < layers.Length; i++)
        {
            parts.AddRange(PartsOf(i, i == 0 ? UseLiteShape.EmbeddingWidth : UseLiteShape.Width, layers[i]));
        }

        parts.Add(() => timing = ReadTiming());
        Parallel.Invoke([.. parts]);
        if (weights.Sum != PublishedSum)
        {
            throw new InvalidDataException($"the weights are not those that were published (their sum is {weights.Sum:X8})");
        }

        return new UseLiteWeights(embeddings!, timing!, residual!, [.. layers.Select(static layer => layer.Join())], output!);
    }

    private IEnumerable<Action> PartsOf(int index, int width, LayerParts layer)
    {
        string own = $"{Variables}Layer_{index}/TransformerLayer/";
        string kernels = $"{Module}Layer_{index}/TransformerLayer/MultiheadAttention/";
        string dense = $"{Stack}Layer_{index}/TransformerLayer/FFN/";
        layer.Width = width;
        yield return () => layer.AttentionNormalization = Normalization(own, width);
        yield return () => layer.QueriesKeysValues = Linear(
            kernels + "qkv_transform_single/kernel/part_0", own + "MultiheadAttention/qkv_transform_single/bias" + Joined, width, 3 * width);
        yield return () => layer.AttentionOutput = Linear(
            kernels + "output_transform_single/kernel/part_0", own + "MultiheadAttention/output_transform_single/bias" + Joined, width, UseLiteShape.Width);
        yield return () => layer.ForwardNormalization = Normalization(own + "FFN/", UseLiteShape.Width);
        yield return () => layer.ForwardInner = Linear(
            dense + "conv1/Tensordot/Reshape_1", own + "FFN/conv1/bias" + Joined, UseLiteShape.Width, UseLiteShape.ForwardWidth);
        yield return () => layer.ForwardOuter = Linear(
            dense + "conv2/Tensordot/Reshape_1", own + "FFN/conv2/bias" + Joined, UseLiteShape.ForwardWidth, UseLiteShape.Width);
    }

    private LinearWeights Linear(string matrix, string bias, int depth, int columns) =>
        new(weights.ReadPanels(matrix, depth, columns), weights.Read(bias, columns), depth, columns);

    private NormalizationWeights Normalization(string owner, int width) => new(
        weights.Read(owner + "layer_prepostprocess/layer_norm/layer_norm_scale" + Joined, width),
        weights.Read(owner + "layer_prepostprocess/layer_norm/layer_norm_bias" + Joined, width));

    private AlignedBuffer ReadTiming()
    {
        const int half = UseLiteShape.EmbeddingWidth / 2;
        Span<float> scales = weights.Read(Stack + "Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1", half).Slice(0, half);
        var timing = new AlignedBuffer(UseLiteShape.MaximumTokens * UseLiteShape.EmbeddingWidth);
        for (int position = 0; position < UseLiteShape.MaximumTokens; position++)
        {
            Span<float> row = timing.Slice(position * UseLiteShape.EmbeddingWidth, UseLiteShape.EmbeddingWidth);
            for (int i = 0; i < half; i++)
            {
                float angle = position * scales[i];
                row[i] = (float)Math.Sin(angle);
                row[half + i] = (float)Math.Cos(angle);
            }
        }

        return timing;
    }

    private sealed class LayerParts
    {
        public int Width { get; set; }

        public NormalizationWeights? AttentionNormalization { get; set; }

        public LinearWeights? QueriesKeysValues { get; set; }

        public LinearWeights? AttentionOutput { get; set; }

        public NormalizationWeights? ForwardNormalization { get; set; }

        public LinearWeights? ForwardInner { get; set; }

        public LinearWeights? ForwardOuter { get; set; }

        public TransformerLayerWeights Join() =>
            new(Width, AttentionNormalization!, QueriesKeysValues!, AttentionOutput!, ForwardNormalization!, ForwardInner!, ForwardOuter!);
    }
}
