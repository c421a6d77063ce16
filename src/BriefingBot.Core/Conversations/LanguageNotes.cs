using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;

namespace BriefingBot.Core.Conversations;

/// <summary>
/// Says so when a question is in another language than the coverage that was searched for it: hardly a word of it can be found there.
/// Stateless.
/// </summary>
internal static class LanguageNotes
{
    private const int MostRead = 10;

    /// <summary>The line; none when both are in one language, or it cannot be told.</summary>
    public static IEnumerable<string> Of(Question question, RetrievedPassages retrieved)
    {
        if (TextLanguage.Of(question.Text) is not { } asked)
        {
            yield break;
        }

        string[] found =
        [
            .. retrieved.Passages.Take(MostRead).Select(static passage => TextLanguage.Of(passage.Passage.Text)).OfType<string>(),
        ];
        string? coverage = found
            .GroupBy(static language => language, StringComparer.Ordinal)
            .MaxBy(static language => language.Count())
            ?.Key;
        if (coverage is not null && !found.Contains(asked, StringComparer.Ordinal))
        {
            yield return $"This seems to be asked in {asked}, and the coverage is in {coverage}: ask in {coverage}.";
        }
    }
}
