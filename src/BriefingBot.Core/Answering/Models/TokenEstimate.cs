namespace BriefingBot.Core.Answering.Models;

/// <summary>
/// Guesses how many tokens a text is, on the high side: models count differently, and a context that is too long is refused whole.
/// </summary>
public static class TokenEstimate
{
    // English news is 4 to 4.6 characters a token with the tokenizers in use; names and numbers take more.
    private const double CharactersPerToken = 3.5;

    /// <summary>The estimate.</summary>
    public static int Of(string text) => (int)Math.Ceiling(text.Length / CharactersPerToken);
}
