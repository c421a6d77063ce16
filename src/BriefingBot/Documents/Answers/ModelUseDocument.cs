using BriefingBot.Core.Answering;

namespace BriefingBot.Documents.Answers;

/// <summary>What a language model took for an answer.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Prompt">The prompt and its version: <c>answer@1</c>.</param>
/// <param name="InputTokens">Tokens read.</param>
/// <param name="OutputTokens">Tokens written.</param>
/// <param name="Cost">What it cost by the configured prices; null without one.</param>
/// <param name="Ms">Milliseconds from the request to the last token.</param>
/// <param name="FirstSentenceMs">Milliseconds from the request to the first checked sentence; null when there was none.</param>
/// <param name="FromCache">The draft was kept from before; nothing was used now.</param>
internal sealed record ModelUseDocument(
    string Provider,
    string Model,
    string Prompt,
    int InputTokens,
    int OutputTokens,
    decimal? Cost,
    double Ms,
    double? FirstSentenceMs,
    bool FromCache
)
{
    /// <summary>Makes the document of a use.</summary>
    public static ModelUseDocument From(ModelUse use) =>
        new(
            use.Provider,
            use.Model,
            use.Prompt,
            use.InputTokens,
            use.OutputTokens,
            use.Cost,
            Math.Round(use.Duration.TotalMilliseconds, 1),
            use.FirstSentence is { } first ? Math.Round(first.TotalMilliseconds, 1) : null,
            use.FromCache
        );
}
