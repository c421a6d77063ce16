using System.Collections.Concurrent;
using BriefingBot.Core.Answering.Verification;
using BriefingBot.Inference.Onnx;

namespace BriefingBot.Inference.Entailment;

/// <summary>
/// An ONNX cross-encoder for natural language inference in this process, one pair a run on its caller's thread. Thread-safe.
/// </summary>
internal sealed class OnnxEntailmentJudge : IEntailmentJudge, IDisposable
{
    private readonly EntailmentDescription _description;
    private readonly OnnxModel _model;
    private readonly TextTokenizer _tokenizer;
    private readonly double _least;
    private readonly ConcurrentBag<(TokenBuffers Pair, TokenBuffers Scratch)> _buffers = [];

    private OnnxEntailmentJudge(EntailmentDescription description, OnnxModel model, TextTokenizer tokenizer, double least) =>
        (_description, _model, _tokenizer, _least) = (description, model, tokenizer, least);

    /// <summary>Loads model and vocabulary.</summary>
    /// <param name="folder">Where they are.</param>
    /// <param name="least">The probability of "entailed" that a sentence needs, 0 to 1.</param>
    /// <exception cref="LocalModelException">The model cannot be used, or gives other numbers than one to three a pair.</exception>
    public static OnnxEntailmentJudge Load(string folder, double least)
    {
        folder = Path.GetFullPath(folder);
        var description = EntailmentDescription.Read(folder);
        var tokenizer = TextTokenizer.Read(folder, description.Lowercase);
        string path = Path.Combine(folder, "model.onnx");
        var model = OnnxModel.Open(path, description.Output, description.Sha256);
        int labels = model.Shape.Count == 2 && model.Shape[1] > 0 ? model.Shape[1] : 1;
        if (model.Shape.Count > 2 || labels > 3 || description.Entailed >= labels)
        {
            string shape = string.Join(" x ", model.Shape.Select(dimension => dimension < 0 ? "any" : $"{dimension}"));
            model.Dispose();
            throw new LocalModelException(
                $"{path} gives {shape} numbers, and a model of entailment gives one to three a pair: name the right "
                    + $"'output' and the number of 'entailed' in entailment.yaml, or take another model."
            );
        }

        return new OnnxEntailmentJudge(description, model, tokenizer, least);
    }

    /// <inheritdoc/>
    public bool IsEntailed(string evidence, string sentence) => Probability(evidence, sentence) >= _least;

    /// <summary>The probability that the evidence entails the sentence, 0 to 1.</summary>
    public double Probability(string evidence, string sentence)
    {
        if (!_buffers.TryTake(out var buffers))
        {
            buffers = (new TokenBuffers(_description.MaxTokens), new TokenBuffers(_description.MaxTokens));
        }

        _tokenizer.EncodePair(evidence, sentence, buffers.Pair, buffers.Scratch, _description.MaxTokens);
        double probability = _model.Run(buffers.Pair, Read);
        _buffers.Add(buffers);
        return probability;
    }

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();

    private double Read(ReadOnlySpan<float> logits, int tokens)
    {
        if (logits.Length == 1)
        {
            return 1 / (1 + Math.Exp(-logits[0]));
        }

        double most = Math.Max(Math.Max(logits[0], logits[1]), logits[^1]);
        double sum = 0;
        foreach (float logit in logits)
        {
            sum += Math.Exp(logit - most);
        }

        return Math.Exp(logits[_description.Entailed ?? 1] - most) / sum;
    }
}
