using System.Collections.Concurrent;
using BriefingBot.Core.Retrieval;
using BriefingBot.Inference.Onnx;

namespace BriefingBot.Inference.Rerankers;

/// <summary>An ONNX cross-encoder in this process, one pair a run and one run a core. Thread-safe.</summary>
internal sealed class OnnxReranker : IReranker, IDisposable
{
    private readonly RerankerDescription _description;
    private readonly OnnxModel _model;
    private readonly TextTokenizer _tokenizer;
    private readonly int _degree;
    private readonly TimeProvider _clock;
    private readonly ConcurrentBag<(TokenBuffers Pair, TokenBuffers Scratch)> _buffers = [];

    private OnnxReranker(RerankerDescription description, OnnxModel model, TextTokenizer tokenizer, int degree, TimeProvider clock) =>
        (_description, _model, _tokenizer, _degree, _clock) = (description, model, tokenizer, degree, clock);

    /// <summary>Loads model and vocabulary.</summary>
    /// <exception cref="LocalModelException">The model cannot be used, or is no cross-encoder.</exception>
    public static OnnxReranker Load(string folder, int degree, TimeProvider clock)
    {
        folder = Path.GetFullPath(folder);
        var description = RerankerDescription.Read(folder);
        var tokenizer = TextTokenizer.Read(folder, description.Lowercase);
        string path = Path.Combine(folder, "model.onnx");
        var model = OnnxModel.Open(path, description.Output, description.Sha256);
        if (model.Shape.Count > 2 || (model.Shape.Count == 2 && model.Shape[1] > 2))
        {
            string shape = string.Join(" x ", model.Shape.Select(dimension => dimension < 0 ? "any" : $"{dimension}"));
            model.Dispose();
            throw new LocalModelException(
                $"{path} gives {shape} numbers, and a cross-encoder gives one or two a pair: name the right 'output' in "
                    + $"reranker.yaml, or take another model."
            );
        }

        return new OnnxReranker(description, model, tokenizer, degree, clock);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<double>> ScoreAsync(
        string question,
        IReadOnlyList<string> texts,
        TimeSpan budget,
        CancellationToken cancellationToken
    ) => Task.Run(() => Score(question, texts, budget, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();

    private IReadOnlyList<double> Score(string question, IReadOnlyList<string> texts, TimeSpan budget, CancellationToken cancellationToken)
    {
        long started = _clock.GetTimestamp();
        var scores = new double?[texts.Count];
        int next = -1;
        ParallelOptions options = new() { MaxDegreeOfParallelism = _degree, CancellationToken = cancellationToken };
        Parallel.For(
            0,
            Math.Min(_degree, texts.Count),
            options,
            _ =>
            {
                // The first texts are the most promising: they are taken in order, so that what there is no time for is the end of the
                // list.
                int i;
                while (_clock.GetElapsedTime(started) < budget && (i = Interlocked.Increment(ref next)) < texts.Count)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    scores[i] = ScorePair(question, texts[i]);
                }
            }
        );
        return [.. scores.TakeWhile(score => score is not null).Select(score => score!.Value)];
    }

    private double ScorePair(string question, string text)
    {
        if (!_buffers.TryTake(out var buffers))
        {
            buffers = (new TokenBuffers(_description.MaxTokens), new TokenBuffers(_description.MaxTokens));
        }

        _tokenizer.EncodePair(question, text, buffers.Pair, buffers.Scratch, _description.MaxTokens);

        // Of two numbers the second is the one for "answers".
        double logit = _model.Run(buffers.Pair, static (output, _) => output.Length > 1 ? output[1] - output[0] : output[0]);
        _buffers.Add(buffers);
        return _description.IsProbability ? Math.Clamp(logit, 0, 1) : 1 / (1 + Math.Exp(-logit));
    }
}
