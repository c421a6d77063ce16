using BriefingBot.Core.Answering.Facts;
using BriefingBot.Core.Answering.Verification.Passages;

namespace BriefingBot.Core.Answering.Verification.FactChecks;

/// <summary>
/// Finds facts that stand in the evidence but in another place: where the sentence has one number, name or date, the evidence has another
/// between the same words ("Cho told Blinken" for "Blinken told Cho"). Stateless.
/// </summary>
internal static class SlotCheck
{
    // Both neighbours alike and one of them, or a further one, with a meaning of its own.
    private const int SamePlace = 4;

    // Names change places in honest rewording too: more has to be alike unless the name of that place stands elsewhere in the sentence.
    private const int SamePlaceOfName = 5;
    private const int ClearlyBetter = 2;

    /// <summary>The first fault, or null.</summary>
    public static DropReason? FindFault(Statement said, IReadOnlyList<EvidenceSentence> evidence)
    {
        for (int i = 0; i < said.Units.Count; i++)
        {
            var unit = said.Units[i];
            if (unit.Kind != UnitKind.Word && IsMisplaced(said.Units, i, evidence))
            {
                return unit.Kind switch
                {
                    UnitKind.Number => DropReason.NumberNotFound,
                    UnitKind.Date => DropReason.DateNotFound,
                    _ => DropReason.NameNotFound,
                };
            }
        }

        return null;
    }

    private static bool IsMisplaced(IReadOnlyList<StatementUnit> said, int i, IReadOnlyList<EvidenceSentence> evidence)
    {
        int own = 0;
        int other = 0;
        foreach (var sentence in evidence)
        {
            var units = sentence.Statement.Units;
            for (int k = 0; k < units.Count; k++)
            {
                if (!IsLike(said[i], units[k]))
                {
                    continue;
                }

                if (UnitContext.IsSame(said[i], units[k]))
                {
                    own = Math.Max(own, UnitContext.Nearness(said, i, units, k) + UnitContext.Shared(said, i, units, k));
                }
                else if (UnitContext.Match(said, i, units, k) is var match && match >= LeastMatch(said, i, units[k]))
                {
                    other = Math.Max(other, match + UnitContext.Shared(said, i, units, k));
                }
            }
        }

        return other >= own + ClearlyBetter;
    }

    private static int LeastMatch(IReadOnlyList<StatementUnit> said, int i, StatementUnit expected) =>
        said[i].Kind != UnitKind.Name
        || said.Where((unit, at) => at != i).Any(unit => unit.Kind == UnitKind.Name && UnitContext.IsSame(unit, expected))
            ? SamePlace
            : SamePlaceOfName;

    private static bool IsLike(StatementUnit one, StatementUnit other) =>
        one.Kind == other.Kind
        && one.Kind switch
        {
            UnitKind.Number => one.Number!.Kind == other.Number!.Kind && Measures.Agree(one.Number.Unit, other.Number.Unit),
            UnitKind.Date => one.Date!.IsLike(other.Date!),
            _ => true,
        };
}
