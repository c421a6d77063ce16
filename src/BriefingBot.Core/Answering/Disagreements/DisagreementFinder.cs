using BriefingBot.Core.Answering.Facts;

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

    private const int Most = 3;

    /// <summary>The disagreements in the order of the sentences, three at most.</summary>
    /// <param name="sentences">The checked sentences.</param>
    /// <param name="citations">The citations that their numbers mean.</param>
    public static IReadOnlyList<Disagreement> Find(IReadOnlyList<VerifiedSentence> sentences, IReadOnlyList<Citation> citations)
    {
        ComparedSentence[] read =
        [
            .. sentences.Select(sentence => new ComparedSentence(sentence, Statement.Read(sentence.Text), citations)),
        ];
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
        ComparedSentence one = new(first, Statement.Read(first.Text), citations);
        ComparedSentence other = new(second, Statement.Read(second.Text), citations);
        return AreOfDifferentDays(one, other) && !IsSamePoint(one, other, SamePointOfDates)
            ? null
            : FindOtherCounts(one, other, static (_, _, _, _) => true);
    }

    private static (string First, string Second)? FindNumbers(ComparedSentence one, ComparedSentence other) =>
        AreOfDifferentDays(one, other) || !CountContext.MayBeOfOneEvent(one, other)
            ? null
            : FindOtherCounts(
                one,
                other,
                static (first, counted, second, against) => CountContext.IsSameAct(first, counted, second, against)
            );

    private static (string First, string Second)? FindOtherCounts(
        ComparedSentence one,
        ComparedSentence other,
        Func<ComparedSentence, StatedNumber, ComparedSentence, StatedNumber, bool> isSameAct
    )
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
                && !CountContext.Agree(counted.Number.Value, against[0].Number.Value)
                && isSameAct(one, counted.Number, other, against[0].Number)
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
    private static (string First, string Second)? FindDates(ComparedSentence one, ComparedSentence other)
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

    private static bool IsSamePoint(ComparedSentence one, ComparedSentence other, double share)
    {
        int shared = one.Content.Count(other.Content.Contains);
        return shared >= LeastShared && shared >= share * Math.Min(one.Content.Count, other.Content.Count);
    }

    private static bool AreOfDifferentDays(ComparedSentence one, ComparedSentence other) =>
        one.Statement.Dates.Any() && other.Statement.Dates.Any() && !one.Statement.Dates.Any(date => other.Statement.Dates.Any(date.Names));

    private static DisagreementSide SideOf(string value, VerifiedSentence sentence, IReadOnlyList<Citation> citations)
    {
        var cited = sentence.Citations.Select(number => citations.First(citation => citation.Number == number)).ToArray();
        var citation = cited.FirstOrDefault(c => c.Quote.Contains(value.Split(' ')[0], StringComparison.Ordinal)) ?? cited[0];
        return new DisagreementSide(value, citation.Number, citation.Article);
    }
}
