using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Facts;
using BriefingBot.Core.Answering.Verification;
using BriefingBot.Core.Answering.Verification.Passages;
using BriefingBot.Core.Answering.Verification.Polarity;

namespace BriefingBot.Core.Conversations.Claims;

/// <summary>
/// Finds what differs between a claim and an article's sentence that tells the same: a number, a day, who did it to whom, whether it
/// happened at all. A claim that shares only its topic with the sentence differs in nothing, for nothing is known of it. Stateless.
/// </summary>
internal static class ClaimDifference
{
    /// <summary>The weighted share of the claim, numbers and dates aside, that the sentence must have for both to tell the same.</summary>
    private const double SameMatter = 0.75;

    /// <summary>So many telling words make a matter.</summary>
    private const int FewestWords = 3;

    /// <summary>What differs, as a clause; null when they do not tell the same, or nothing is known to differ.</summary>
    /// <param name="said">The claim.</param>
    /// <param name="support">The sentence.</param>
    /// <param name="fault">Why the sentence does not bear the claim out.</param>
    public static string? Find(StatementWeights said, PassageSupport support, DropReason? fault)
    {
        if (!TellTheSame(said, support, SameMatter))
        {
            return null;
        }

        return Number(said, support)
            ?? Day(said, support)
            ?? (PolarityCheck.IsTurned(said.Said, support.Nearest, support.Nearest) ? "the article says the opposite, or denies it" : null)
            ?? fault switch
            {
                DropReason.ScopeChanged => "the article denies it, plans it or leaves it open",
                DropReason.BoundChanged => "the article gives a different limit on how much or how many",
                DropReason.RolesExchanged => "the article has it the other way round",
                DropReason.OtherSpeaker => "the article attributes these words to someone else",
                DropReason.TitleOfOther => "the article gives the title to someone else",
                DropReason.ForceChanged => "in the article it is not said in this way",
                _ => null,
            };
    }

    /// <summary>All names of the claim stand there, and so much of its other words.</summary>
    public static bool TellTheSame(StatementWeights said, PassageSupport support, double share)
    {
        if (support.Nearest.Count == 0)
        {
            return false;
        }

        double weight = 0;
        double met = 0;
        int words = 0;
        for (int i = 0; i < said.Weights.Count; i++)
        {
            var unit = said.Said.Units[i];
            if (said.Weights[i] == 0 || unit.Kind is UnitKind.Number or UnitKind.Date)
            {
                continue;
            }

            if (unit.Kind == UnitKind.Name && support.Marks[i] < 1)
            {
                return false;
            }

            words++;
            weight += said.Weights[i];
            met += said.Weights[i] * support.WindowMarks[i];
        }

        return words >= FewestWords && met >= share * weight;
    }

    private static string? Number(StatementWeights said, PassageSupport support)
    {
        var numbers = support
            .Nearest.SelectMany(static sentence => sentence.Statement.Numbers.Select(number => (Sentence: sentence, Number: number)))
            .ToList();
        foreach (var number in said.Said.Numbers.Where(static number => !number.IsLoose))
        {
            if (numbers.Any(other => number.Equals(other.Number, withUnit: true)))
            {
                continue;
            }

            foreach (var (sentence, other) in numbers)
            {
                if (
                    other is { IsLoose: false }
                    && other.Kind == number.Kind
                    && Measures.Agree(number.Unit, other.Unit)
                    && (
                        number.Unit is not null
                        || (CountedBy(said.Said, number) is { } counted && counted == CountedBy(sentence.Statement, other))
                    )
                )
                {
                    return $"the article says \u201C{Words(sentence.Statement, other.Start, other.End)}\u201D, the message "
                        + $"\u201C{Words(said.Said, number.Start, number.End)}\u201D";
                }
            }
        }

        return null;
    }

    private static string? Day(StatementWeights said, PassageSupport support)
    {
        foreach (var date in said.Said.Dates.Where(date => !support.Passage.Dates.Bears(date)))
        {
            foreach (var sentence in support.Nearest)
            {
                if (sentence.Statement.Dates.FirstOrDefault(date.IsLike) is { } other)
                {
                    return $"the article says \u201C{Words(sentence.Statement, other.Start, other.End)}\u201D, the message "
                        + $"\u201C{Words(said.Said, date.Start, date.End)}\u201D";
                }
            }
        }

        return null;
    }

    /// <summary>The stem of the word behind a number: what it counts.</summary>
    private static string? CountedBy(Statement statement, StatedNumber number) =>
        statement.Units.FirstOrDefault(unit => unit.Start >= number.End && unit.Kind is UnitKind.Word or UnitKind.Name)?.Stems[0];

    private static string Words(Statement statement, int start, int end) => statement.Text[start..end].Trim();
}
