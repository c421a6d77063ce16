namespace BriefingBot.Core.Answering;

/// <summary>What a language model had to do with an answer.</summary>
/// <param name="Provider">The provider, in lower case: <c>openai</c>, <c>anthropic</c>.</param>
/// <param name="Model">The model's name as configured.</param>
/// <param name="Prompt">The prompt and its version: <c>answer@1</c>.</param>
/// <param name="InputTokens">Tokens read, as the provider counted them, or an estimate when it did not.</param>
/// <param name="OutputTokens">Tokens written.</param>
/// <param name="Cost">What it cost by the configured prices, in their currency; null when no price is configured.</param>
/// <param name="Duration">From the request to the end of the last token.</param>
public sealed record ModelUse(
    string Provider,
    string Model,
    string Prompt,
    int InputTokens,
    int OutputTokens,
    decimal? Cost,
    TimeSpan Duration
)
{
    /// <summary>From the request to the first verified sentence; null when there was none.</summary>
    public TimeSpan? FirstSentence { get; init; }

    /// <summary>The draft was taken from the cache: no tokens were used now.</summary>
    public bool FromCache { get; init; }
}
