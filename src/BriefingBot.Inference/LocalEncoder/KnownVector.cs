using BriefingBot.Inference.LocalEncoder.Transformer;

namespace BriefingBot.Inference.LocalEncoder;

/// <summary>
/// A text and how its vector begins by the reference implementation of the model. Checked whenever the encoder is loaded: another vocabulary, or a
/// processor on which a kernel goes wrong, would otherwise give vectors that look like any others.
/// </summary>
internal static class KnownVector
{
    private const string Text = "Who is the director of the Avatar movie?";
    private const float Tolerance = 1e-4f;

    private static readonly float[] _beginning = [0.0559039f, -0.0532693f, -0.0366285f, 0.0529954f, 0.057565f, 0.0130395f, -0.0004185f, -0.0578042f];

    /// <summary>Whether the encoder gives it.</summary>
    public static bool IsGivenBy(BatchEncoder encoder)
    {
        Span<float> vector = stackalloc float[UseLiteShape.Width];
        encoder.TryEncode(Text, vector);
        for (int i = 0; i < _beginning.Length; i++)
        {
            // Not a number is not within the tolerance either.
            if (!(MathF.Abs(vector[i] - _beginning[i]) <= Tolerance))
            {
                return false;
            }
        }

        return true;
    }
}
