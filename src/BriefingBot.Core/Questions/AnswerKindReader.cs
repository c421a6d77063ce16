using System.Text.RegularExpressions;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Questions;

/// <summary>Reads from the form of a question which kind of thing would answer it. Rules for English; stateless.</summary>
internal static partial class AnswerKindReader
{
    public static AnswerKind Of(string text) =>
        text switch
        {
            _ when AskArticles.IsMatch(text) => AnswerKind.Articles,
            _ when AskAuthor.IsMatch(text) => AnswerKind.Author,
            _ when AskPublication.IsMatch(text) => AnswerKind.Publication,
            _ when AskNumber.IsMatch(text) => AnswerKind.Number,
            _ when AskTime.IsMatch(text) => AnswerKind.Time,
            _ when AskPlace.IsMatch(text) => AnswerKind.Place,
            _ when AskReason.IsMatch(text) => AnswerKind.Reason,
            _ when AskReaction.IsMatch(text) => AnswerKind.Reaction,
            _ when AskName.IsMatch(text) => AnswerKind.Name,
            _ when AskSaying.IsMatch(text) => AnswerKind.Saying,
            _ when AskYesNo().IsMatch(text) => AnswerKind.YesNo,
            _ when AskDefinition.IsMatch(text) => AnswerKind.Definition,
            _ => AnswerKind.Statement,
        };

    public static readonly Regex AskSaying = LanguagePattern.Interpreted(
        "question-kinds/saying",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    );

    public static readonly Regex AskDefinition = LanguagePattern.Interpreted(
        "question-kinds/definition",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    );

    private static readonly Regex AskArticles = LanguagePattern.Interpreted(
        "question-kinds/articles",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    );

    private static readonly Regex AskAuthor = LanguagePattern.Interpreted(
        "question-kinds/author",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    );

    private static readonly Regex AskNumber = LanguagePattern.Interpreted(
        "question-kinds/number",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    );

    private static readonly Regex AskTime = LanguagePattern.Interpreted(
        "question-kinds/time",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    );

    private static readonly Regex AskPlace = LanguagePattern.Interpreted(
        "question-kinds/place",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    );

    private static readonly Regex AskReason = LanguagePattern.Interpreted(
        "question-kinds/reason",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    );

    private static readonly Regex AskReaction = LanguagePattern.Interpreted(
        "question-kinds/reaction",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    );

    [GeneratedRegex(
        "^(?:and\\s+|but\\s+|so\\s+)?(?:did|does|do|is|are|was|were|has|have|had|can|could|will|would|should)\\b|^true\\s+or\\s+false\\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex AskYesNo();

    private static readonly Regex AskPublication = LanguagePattern.Interpreted(
        "question-kinds/publication",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    );

    private static readonly Regex AskName = LanguagePattern.Interpreted(
        "question-kinds/name",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    );
}
