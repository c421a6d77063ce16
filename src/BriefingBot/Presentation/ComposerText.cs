using BriefingBot.Core.Answering;

namespace BriefingBot.Presentation;

/// <summary>Reads who shall write an answer, as addresses and requests say it.</summary>
internal static class ComposerText
{
    /// <summary>The word for verbatim answers.</summary>
    public const string Extractive = "extractive";

    /// <summary>Accepts <c>best</c>, <c>extractive</c> and nothing, which means <c>best</c>.</summary>
    public static bool TryParse(string? text, out ComposerChoice choice)
    {
        choice = string.Equals(text, Extractive, StringComparison.OrdinalIgnoreCase) ? ComposerChoice.Extractive : ComposerChoice.Best;
        return choice == ComposerChoice.Extractive
            || string.IsNullOrEmpty(text)
            || string.Equals(text, "best", StringComparison.OrdinalIgnoreCase);
    }
}
