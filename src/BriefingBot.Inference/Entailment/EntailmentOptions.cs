namespace BriefingBot.Inference.Entailment;

/// <summary>
/// Section <c>Entailment</c>: a model that judges whether the articles bear out what a language model wrote; none by default.
/// </summary>
public sealed class EntailmentOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Entailment";

    /// <summary>
    /// The folder of an ONNX cross-encoder for natural language inference: <c>model.onnx</c>, <c>vocab.txt</c> or <c>tokenizer.json</c>,
    /// and where something differs from the usual an <c>entailment.yaml</c>. Null: nobody is asked.
    /// </summary>
    public string? Model { get; set; }

    /// <summary>The probability of "entailed" that a sentence needs, 0 to 1.</summary>
    public double Least { get; set; } = 0.5;
}
