using System.Buffers;
using BriefingBot.Core.Answering.Facts;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Disagreements;

/// <summary>
/// Finds where an answer's sentences say the same of something with another number or date. Rules for English, on the careful side: most of
/// the words must be shared, the same thing must be counted, names before it must be in both, and sentences about different days or years,
/// or that hold both values themselves, do not disagree. Stateless.
/// </summary>
public static class DisagreementFinder
{
    /// <summary>The share of the shorter sentence's words that the other must have; more for dates, which many sentences hold.</summary>
    private const double SamePoint = 0.5;
    private const double SamePointOfDates = 0.7;

    /// <summary>Fewer words say too little to be the same point.</summary>
    private const int LeastShared = 3;

    /// <summary>How far behind its number the counted thing stands: "8,000 North Korean soldiers".</summary>
    private const int Reach = 3;

    private const int Most = 3;

    private static readonly SearchValues<char> Parting = SearchValues.Create(",;:()\u2013\u2014");

    /// <summary>The disagreements in the order of the sentences, three at most.</summary>
    /// <param name="sentences">The checked sentences.</param>
    /// <param name="citations">The citations that their numbers mean.</param>
    public static IReadOnlyList<Disagreement> Find(IReadOnlyList<VerifiedSentence> sentences, IReadOnlyList<Citation> citations)
    {
        Reading[] read = [.. sentences.Select(sentence => new Reading(sentence, Statement.Read(sentence.Text), citations))];
        List<Disagreement> found = [];
        for (int i = 0; i < read.Length; i++)
        {
            for (int j = i + 1; j < read.Length && found.Count < Most; j++)
            {
                if ((FindNumbers(read[i], read[j]) ?? FindDates(read[i], read[j])) is { } pair)
                {
                    found.Add(
                        new Disagreement(SideOf(pair.First, read[i].Sentence, citations), SideOf(pair.Second, read[j].Sentence, citations))
                    );
                }
            }
        }

        return found;
    }

    /// <summary>
    /// What two sentences of reports on one event count otherwise, as each writes it; null when that is not sure. Such reports are of
    /// different days: their sentences may name both when they say nearly the same.
    /// </summary>
    internal static (string First, string Second)? FindCounts(
        VerifiedSentence first,
        VerifiedSentence second,
        IReadOnlyList<Citation> citations
    )
    {
        Reading one = new(first, Statement.Read(first.Text), citations);
        Reading other = new(second, Statement.Read(second.Text), citations);
        return AreOfDifferentDays(one, other) && !IsSamePoint(one, other, SamePointOfDates) ? null : FindOtherCounts(one, other);
    }

    private static (string First, string Second)? FindNumbers(Reading one, Reading other) =>
        AreOfDifferentDays(one, other) ? null : FindOtherCounts(one, other);

    private static (string First, string Second)? FindOtherCounts(Reading one, Reading other)
    {
        if (!IsSamePoint(one, other, SamePoint) || one.IsOfAnotherYear != other.IsOfAnotherYear)
        {
            return null;
        }

        foreach (var counted in one.Counted)
        {
            var against = other
                .Counted.Where(c => c.Thing == counted.Thing && Measures.Agree(c.Number.Unit, counted.Number.Unit))
                .ToArray();
            if (
                against.Length == 1
                && one.Counted.Count(c => c.Thing == counted.Thing) == 1
                && against[0].Number.Value != counted.Number.Value
                && counted.Names.All(other.Content.Contains)
                && against[0].Names.All(one.Content.Contains)
            )
            {
                return (counted.Text, against[0].Text);
            }
        }

        return null;
    }

    /// <summary>
    /// Dates differ in most pairs of sentences; only the same sentence with another day of the same year, and nothing else counted
    /// otherwise, is a disagreement.
    /// </summary>
    private static (string First, string Second)? FindDates(Reading one, Reading other)
    {
        if (
            one.Statement.Dates.ToArray() is not [var date]
            || other.Statement.Dates.ToArray() is not [var otherDate]
            || !IsSamePoint(one, other, SamePointOfDates)
            || !date.IsLike(otherDate)
            || date.Names(otherDate)
            || date.Phrase is not null
            || date.Day is null
            || date.Year != otherDate.Year
            || !one.Counted.Select(c => c.Number.Value).SequenceEqual(other.Counted.Select(c => c.Number.Value))
        )
        {
            return null;
        }

        return (one.Statement.Text[date.Start..date.End], other.Statement.Text[otherDate.Start..otherDate.End]);
    }

    private static bool IsSamePoint(Reading one, Reading other, double share)
    {
        int shared = one.Content.Count(other.Content.Contains);
        return shared >= LeastShared && shared >= share * Math.Min(one.Content.Count, other.Content.Count);
    }

    private static bool AreOfDifferentDays(Reading one, Reading other) =>
        one.Statement.Dates.Any() && other.Statement.Dates.Any() && !one.Statement.Dates.Any(date => other.Statement.Dates.Any(date.Names));

    private static DisagreementSide SideOf(string value, VerifiedSentence sentence, IReadOnlyList<Citation> citations)
    {
        var cited = sentence.Citations.Select(number => citations.First(citation => citation.Number == number)).ToArray();
        var citation = cited.FirstOrDefault(c => c.Quote.Contains(value.Split(' ')[0], StringComparison.Ordinal)) ?? cited[0];
        return new DisagreementSide(value, citation.Number, citation.Article);
    }

    private sealed class Reading(VerifiedSentence sentence, Statement statement, IReadOnlyList<Citation> citations)
    {
        public VerifiedSentence Sentence => sentence;

        public Statement Statement => statement;

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
                && sentence.Citations.All(number =>
                    citations.First(citation => citation.Number == number).Article.Published?.Day.Year != year
                )
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
}
