namespace BriefingBot.Web.Pages;

/// <summary>Keeps the conversation that travels in a page's address short.</summary>
internal static class PageHistory
{
    private const int MaxQuestions = 6;
    private const int MaxLength = 400;

    /// <summary>The last few questions; overlong and blank ones are left out, because half a question says something else.</summary>
    public static IReadOnlyList<string> Bound(IEnumerable<string?> questions) =>
        [
            .. questions
                .Where(question => !string.IsNullOrWhiteSpace(question) && question.Length <= MaxLength)
                .OfType<string>()
                .TakeLast(MaxQuestions),
        ];
}
