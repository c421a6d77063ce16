using BriefingBot.Core.Answering.Facts;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Verification.FactChecks;

/// <summary>How alike the surroundings of two units are: the two words before and the two behind.</summary>
internal static class UnitContext
{
    private const int Near = 6;

    /// <summary>
    /// 0 when not both neighbours are alike; else more for words that carry meaning and for a second neighbour. Both at the end of their
    /// sentence count as alike.
    /// </summary>
    public static int Match(IReadOnlyList<StatementUnit> said, int i, IReadOnlyList<StatementUnit> evidence, int k)
    {
        int left = Side(said, i, evidence, k, -1);
        int right = Side(said, i, evidence, k, 1);
        return left == 0 || right == 0 ? 0 : left + right;
    }

    /// <summary>How many of the four neighbours are alike, one beside the other or not.</summary>
    public static int Nearness(IReadOnlyList<StatementUnit> said, int i, IReadOnlyList<StatementUnit> evidence, int k) =>
        Side(said, i, evidence, k, -1) + Side(said, i, evidence, k, 1);

    /// <summary>How many words with a meaning stand near both, within six units.</summary>
    public static int Shared(IReadOnlyList<StatementUnit> said, int i, IReadOnlyList<StatementUnit> evidence, int k)
    {
        int shared = 0;
        for (int at = Math.Max(0, i - Near); at <= Math.Min(said.Count - 1, i + Near); at++)
        {
            if (at == i || (said[at].Kind == UnitKind.Word && StopWords.Contains(said[at].Stems[0])))
            {
                continue;
            }

            for (int other = Math.Max(0, k - Near); other <= Math.Min(evidence.Count - 1, k + Near); other++)
            {
                if (other != k && IsSame(said[at], evidence[other]))
                {
                    shared++;
                    break;
                }
            }
        }

        return shared;
    }

    /// <summary>Are two units the same thing?</summary>
    public static bool IsSame(StatementUnit one, StatementUnit other) =>
        (one.Kind, other.Kind) switch
        {
            (UnitKind.Number, UnitKind.Number) => one.Number!.Equals(other.Number!, withUnit: false),
            (UnitKind.Date, UnitKind.Date) => one.Date!.Names(other.Date!),
            (UnitKind.Name, UnitKind.Name) => IsSameName(one, other),
            _ => one.Stems.SequenceEqual(other.Stems),
        };

    /// <summary>One has a word of the other that is no title: "Cho Tae-yul" and "Cho", "Russia" and "Russian".</summary>
    private static bool IsSameName(StatementUnit one, StatementUnit other) =>
        one.Stems.SequenceEqual(other.Stems)
        || one.Stems.Any(stem =>
            !TitleWords.Contains(stem)
            && other.Stems.Any(known =>
                known == stem || (CountryNames.GroupOf(stem) is >= 0 and var group && CountryNames.GroupOf(known) == group)
            )
        );

    private static int Side(IReadOnlyList<StatementUnit> said, int i, IReadOnlyList<StatementUnit> evidence, int k, int step)
    {
        int score = Neighbour(said, i + step, evidence, k + step);
        return score == 0 ? 0 : score + Neighbour(said, i + (2 * step), evidence, k + (2 * step));
    }

    private static int Neighbour(IReadOnlyList<StatementUnit> said, int i, IReadOnlyList<StatementUnit> evidence, int k)
    {
        bool saidEnds = i < 0 || i >= said.Count;
        bool evidenceEnds = k < 0 || k >= evidence.Count;
        if (saidEnds || evidenceEnds)
        {
            return saidEnds && evidenceEnds ? 1 : 0;
        }

        return !IsSame(said[i], evidence[k]) ? 0
            : said[i].Kind == UnitKind.Word && StopWords.Contains(said[i].Stems[0]) ? 1
            : 2;
    }
}
