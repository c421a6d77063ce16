using BriefingBot.Core.Questions;
using BriefingBot.Evaluation;
using BriefingBot.Inference.Encoders;

namespace BriefingBot.Benchmarks.Search;

/// <summary>A question as searches get it.</summary>
/// <param name="Vector">Its unit vector.</param>
/// <param name="Stems">The stems of its terms.</param>
internal sealed record AskedSearch(float[] Vector, IReadOnlyList<string> Stems)
{
    /// <summary>The first questions of a set.</summary>
    public static async Task<List<AskedSearch>> ReadAsync(string questions, int count, CancellationToken cancellationToken)
    {
        using var encoder = ShippedEncoder.Load();
        List<AskedSearch> asked = [];
        foreach (var entry in (await QuestionSet.ReadAsync(questions, cancellationToken)).Entries.Take(count))
        {
            var question = QuestionAnalyzer.Analyze(
                entry.Question,
                entry.Question,
                entry.Question.Length,
                DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date)
            );
            var vectors = await encoder.GenerateAsync([entry.Question], cancellationToken: cancellationToken);
            asked.Add(new AskedSearch(vectors[0].Vector.ToArray(), [.. question.Terms.Select(term => term.Stem)]));
        }

        return asked;
    }
}
