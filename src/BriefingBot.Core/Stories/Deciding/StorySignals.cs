using System.Numerics.Tensors;
using BriefingBot.Core.Retrieval.Calibration;

namespace BriefingBot.Core.Stories.Deciding;

/// <summary>What speaks for and against two articles being reports of one event. Stateless.</summary>
internal static class StorySignals
{
    /// <summary>
    /// The signals in the order of <see cref="Of"/>; the weights of <c>story-weights.txt</c> have these names behind <c>link.</c>
    /// </summary>
    public static readonly string[] Names = ["lead", "whole", "opening", "days", "cohesion", "round-up"];

    private const int FewNames = 3;

    /// <summary>The values.</summary>
    /// <param name="one">An article.</param>
    /// <param name="other">The other; the values are the same either way.</param>
    /// <param name="scale">Brings the encoder's cosines to the scale that was measured.</param>
    /// <param name="days">What counts as the distance in time of articles without a date.</param>
    public static double[] Of(StoryProfile one, StoryProfile other, SimilarityScale scale, int days) =>
        [
            scale.Of(Cosine(one.Lead, other.Lead)),
            scale.Of(Cosine(one.Whole, other.Whole)),
            (scale.Of(OpeningIn(one, other)) + scale.Of(OpeningIn(other, one))) / 2,
            Math.Log(1 + (one.Day is { } first && other.Day is { } second ? Math.Abs(first.DayNumber - second.DayNumber) : days)),
            Math.Min(one.Cohesion, other.Cohesion),
            one.IsRoundUp || other.IsRoundUp ? 1 : 0,
        ];

    private static double Cosine(ReadOnlyMemory<float> one, ReadOnlyMemory<float> other) =>
        one.IsEmpty || other.IsEmpty ? 0 : TensorPrimitives.Dot(one.Span, other.Span);

    /// <summary>How near the first passage of one lies to what the other says best about it.</summary>
    private static double OpeningIn(StoryProfile one, StoryProfile other) =>
        one.Body.Count == 0 || other.Body.Count == 0
            ? Cosine(one.Lead, other.Lead)
            : other.Body.Max(passage => TensorPrimitives.Dot(one.Body[0].Span, passage.Span));

    /// <summary>
    /// Do both name whom and what they tell of, and hardly anything alike? Then they tell of two events, however alike the words are.
    /// </summary>
    /// <param name="one">An article.</param>
    /// <param name="other">The other.</param>
    /// <param name="least">The least cosine of the names.</param>
    public static bool NameOthers(StoryProfile one, StoryProfile other, double least) =>
        one.Names.Count >= FewNames && other.Names.Count >= FewNames && NameCosine(one.Names, other.Names) < least;

    private static double NameCosine(IReadOnlyDictionary<string, int> one, IReadOnlyDictionary<string, int> other)
    {
        double lengths = Math.Sqrt(one.Values.Sum(count => (double)count * count) * other.Values.Sum(count => (double)count * count));
        return lengths == 0 ? 0 : one.Sum(name => (double)name.Value * other.GetValueOrDefault(name.Key)) / lengths;
    }
}
