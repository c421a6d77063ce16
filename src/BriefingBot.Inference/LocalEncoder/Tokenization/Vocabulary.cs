namespace BriefingBot.Inference.LocalEncoder.Tokenization;

/// <summary>The pieces of the model and their log probabilities; a piece's index is its id.</summary>
/// <param name="Pieces">The texts.</param>
/// <param name="Scores">The scores; 0 where the file has null.</param>
internal sealed record Vocabulary(IReadOnlyList<string> Pieces, double[] Scores)
{
    /// <summary>The id of text that no piece covers.</summary>
    public const int Unknown = 0;

    /// <summary>Ids below this one are control symbols: they never match text, though they look like pieces.</summary>
    public const int FirstTextPiece = 6;
}
