using BriefingBot.Core.Answering.Facts;
using BriefingBot.Core.Answering.Verification.Passages;

namespace BriefingBot.Core.Answering.Verification.FactChecks;

/// <summary>Do the quotations, numbers, dates and names of a sentence stand in what it cites? Stateless.</summary>
internal static class FactCheck
{
    /// <summary>The first fault, or null.</summary>
    public static DropReason? FindFault(Statement said, EvidencePool pool)
    {
        if (!QuotedSpans.Of(said.Text).All(pool.HasQuote))
        {
            return DropReason.QuoteNotFound;
        }

        foreach (var unit in said.Units)
        {
            if (unit.Number is { IsLoose: false } number && !pool.Has(number))
            {
                return DropReason.NumberNotFound;
            }

            if (unit.Date is { } date && !pool.Bears(date) && !IsCount(date, pool))
            {
                return DropReason.DateNotFound;
            }

            if (unit.Name is { } name && !NameCheck.IsBorneOut(name, pool))
            {
                return DropReason.NameNotFound;
            }
        }

        return null;
    }

    /// <summary>Four digits that were read as a year can be a count in the evidence.</summary>
    private static bool IsCount(StatedDate date, EvidencePool pool) =>
        date is { Year: { } year, Month: null } && pool.Numbers.Any(number => number.Kind == NumberKind.Cardinal && number.Value == year);
}
