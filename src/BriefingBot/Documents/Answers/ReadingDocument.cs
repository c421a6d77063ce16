using BriefingBot.Core.Questions;

namespace BriefingBot.Documents.Answers;

/// <summary>What was read of a question.</summary>
/// <param name="Kind">The kind of thing that would answer it: <c>name</c>, <c>number</c>, <c>yes_no</c>...</param>
/// <param name="Asked">The noun that it asks for, or null.</param>
/// <param name="Period">The period that it asks for, or null.</param>
/// <param name="Outlet">The outlet whose reports it asks for, or null.</param>
/// <param name="Author">The author whose reports it asks for, or null.</param>
/// <param name="Spelled">Misspelled words with what they were taken for.</param>
internal sealed record ReadingDocument(
    string Kind,
    string? Asked,
    PeriodDocument? Period,
    string? Outlet,
    string? Author,
    IReadOnlyDictionary<string, string> Spelled
)
{
    /// <summary>Makes the document of a question.</summary>
    public static ReadingDocument From(Question question) =>
        new(
            SnakeCase.Of(question.Kind.ToString()),
            question.Asked?.Noun,
            question.Period is { } period && question.PeriodWords is { } words ? PeriodDocument.Of(words, period, question) : null,
            question.NamedSource is { IsAuthor: false } outlet ? outlet.Name : null,
            question.NamedSource is { IsAuthor: true } author ? author.Name : null,
            question
                .Terms.Where(term => term.ReadAs is not null)
                .DistinctBy(term => term.Surface)
                .ToDictionary(term => term.Surface, term => term.ReadAs!, StringComparer.Ordinal)
        );
}
