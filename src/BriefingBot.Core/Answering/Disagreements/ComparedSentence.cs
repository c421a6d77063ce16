using System.Buffers;
using BriefingBot.Core.Answering.Facts;
using BriefingBot.Core.Answering.Verification.Clauses;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Disagreements;

/// <summary>A sentence of an answer as its counts are compared with those of another.</summary>
/// <param name="sentence">The sentence.</param>
/// <param name="statement">The same, read.</param>
/// <param name="citations">The citations that its numbers mean.</param>
internal sealed class ComparedSentence(VerifiedSentence sentence, Statement statement, IReadOnlyList<Citation> citations)
{
    /// <summary>How far behind its number the counted thing stands: "8,000 North Korean soldiers".</summary>
    private const int Reach = 3;

    private static readonly SearchValues<char> Parting = SearchValues.Create(",;:()\u2013\u2014");

    private ClauseSentence? _clauses;

    /// <summary>The sentence.</summary>
    public VerifiedSentence Sentence => sentence;

    /// <summary>Its names, numbers and dates.</summary>
    public Statement Statement => statement;

    /// <summary>Its clauses, read when they are first needed.</summary>
    public ClauseSentence Clauses => _clauses ??= ClauseReader.Read(statement);

    /// <summary>When its reports were published; null without a date.</summary>
    public DateOnly? Published { get; } =
        sentence.Citations.Select(number => citations.First(citation => citation.Number == number).Article.Published?.Day).Max();

    /// <summary>The stems of the names in it.</summary>
    public HashSet<string> Names { get; } =
    [.. statement.Units.Where(static unit => unit.Kind == UnitKind.Name).SelectMany(static unit => unit.Stems)];

    /// <summary>The stems that carry meaning, numbers and dates left out.</summary>
    public HashSet<string> Content { get; } =
    [
        .. statement
            .Units.Where(unit => unit.Kind is UnitKind.Word or UnitKind.Name)
            .SelectMany(unit => unit.Stems)
            .Where(stem => stem.Length > 1 && !StopWords.Contains(stem)),
    ];

    /// <summary>
    /// Does it name another year than that of its reports? Lists of what happened before count the same things of other events.
    /// </summary>
    public bool IsOfAnotherYear { get; } =
        statement.Dates.Any(date =>
            date.Year is { } year
            && sentence.Citations.All(number => citations.First(citation => citation.Number == number).Article.Published?.Day.Year != year)
        );

    /// <summary>What is counted, with the names between the number and it: "8,000 North Korean soldiers".</summary>
    public List<(StatedNumber Number, string Thing, string[] Names, string Text)> Counted { get; } = [.. Count(statement)];

    /// <summary>"12 years old", "13-year-old Joshua Davis": the name behind it says whose it is; without one it is nobody's.</summary>
    private static bool IsAge(Statement statement, StatementUnit years) =>
        years.Stems[0] == "year"
        && statement.Text.AsSpan(years.End).TrimStart(" -\u2011").StartsWith("old", StringComparison.OrdinalIgnoreCase);

    private static string[] NamesBehind(Statement statement, StatementUnit years) =>
        [
            .. statement
                .Units.Where(unit => unit.Start > years.End)
                .SkipWhile(static unit => unit.Kind == UnitKind.Word && unit.Stems[0] == "old")
                .TakeWhile(static unit => unit.Kind == UnitKind.Name)
                .SelectMany(static unit => unit.Stems),
        ];

    /// <summary>"Floods kill two, rescuers say" counts no rescuers.</summary>
    private static bool IsParted(ReadOnlySpan<char> between) => between.ContainsAny(Parting);

    private static IEnumerable<(StatedNumber Number, string Thing, string[] Names, string Text)> Count(Statement statement)
    {
        for (int i = 0; i < statement.Units.Count; i++)
        {
            if (statement.Units[i].Number is not { Kind: NumberKind.Cardinal, IsLoose: false } number)
            {
                continue;
            }

            var behind = statement.Units.Skip(i + 1).Take(Reach).ToArray();
            var thing = behind.FirstOrDefault(unit => unit.Kind == UnitKind.Word);
            if (
                thing is not null
                && thing.Stems[0] != "per"
                && !StopWords.Contains(thing.Stems[0])
                && !IsParted(statement.Text.AsSpan(number.End, Math.Max(0, thing.Start - number.End)))
            )
            {
                string[] names =
                [
                    .. behind.TakeWhile(unit => unit != thing).Where(unit => unit.Kind == UnitKind.Name).SelectMany(unit => unit.Stems),
                ];
                if (IsAge(statement, thing))
                {
                    names = NamesBehind(statement, thing);
                    if (names.Length == 0)
                    {
                        continue;
                    }
                }

                yield return (number, thing.Stems[0], names, statement.Text[number.Start..thing.End]);
            }
            else if (number.Unit is { } unit)
            {
                yield return (number, unit, [], statement.Text[number.Start..number.End]);
            }
        }
    }
}
