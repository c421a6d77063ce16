using BriefingBot.Core.Answering;

namespace BriefingBot.Storage.Sql.Chat;

/// <summary>What a model took for an answer, inside a JSON column; times in milliseconds. The names are stored: never rename.</summary>
internal sealed record ModelColumn(
    string Provider,
    string Model,
    string Prompt,
    int InputTokens,
    int OutputTokens,
    decimal? Cost,
    double Milliseconds,
    double? FirstSentence,
    bool FromCache
)
{
    public static ModelColumn From(ModelUse use) =>
        new(
            use.Provider,
            use.Model,
            use.Prompt,
            use.InputTokens,
            use.OutputTokens,
            use.Cost,
            use.Duration.TotalMilliseconds,
            use.FirstSentence?.TotalMilliseconds,
            use.FromCache
        );

    public ModelUse ToUse() =>
        new(Provider, Model, Prompt, InputTokens, OutputTokens, Cost, TimeSpan.FromMilliseconds(Milliseconds))
        {
            FirstSentence = FirstSentence is { } first ? TimeSpan.FromMilliseconds(first) : null,
            FromCache = FromCache,
        };
}
