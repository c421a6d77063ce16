namespace BriefingBot.Inference.Rerankers;

/// <summary>Section <c>Reranker</c>: a model that reads question and passage together; none by default.</summary>
public sealed class RerankerOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Reranker";

    /// <summary>
    /// The folder of an ONNX cross-encoder: <c>model.onnx</c>, <c>vocab.txt</c> or <c>tokenizer.json</c>, and where something differs from
    /// the usual a <c>reranker.yaml</c>. Null: nothing is reranked.
    /// </summary>
    public string? Model { get; set; }

    /// <summary>Seconds that reranking one question may take, 0.05 to 30; what there was no time for keeps its place.</summary>
    public double Budget { get; set; } = 0.5;

    /// <summary>How many cores one question may use, 1 or more; null: all.</summary>
    public int? MaxDegreeOfParallelism { get; set; }
}
