namespace BriefingBot.Benchmarks.Verifier;

/// <summary>Catch rates by what was falsified and how, and the rate of true sentences that were dropped.</summary>
internal sealed class CorruptionReport(IReadOnlyList<TrialResult> results)
{
    /// <summary>The share of a group that was caught; NaN without any.</summary>
    public double CatchRate(TrialGroup group) => Rate(results.Where(result => result.Group == group), result => result.IsCaught);

    /// <summary>The share of true sentences that were dropped.</summary>
    public double FalseDropRate =>
        Rate(results.Where(result => result.Group == TrialGroup.True), result => result.Outcome == TrialOutcome.Dropped);

    /// <summary>How many of a group were tried.</summary>
    public int Count(TrialGroup group) => results.Count(result => result.Group == group);

    /// <summary>The lines of the report.</summary>
    public IEnumerable<string> Lines()
    {
        yield return $"{"true sentences", -22}{"tried", 7}{"dropped", 9}{"moved", 7}{"rate", 9}";
        foreach (var wording in results.Where(result => result.Group == TrialGroup.True).GroupBy(result => result.Kind))
        {
            yield return Line(wording.Key, [.. wording], result => result.Outcome == TrialOutcome.Dropped);
        }

        yield return Line(
            "all",
            [.. results.Where(result => result.Group == TrialGroup.True)],
            result => result.Outcome == TrialOutcome.Dropped
        );
        yield return "";
        yield return $"{"falsified", -22}{"tried", 7}{"dropped", 9}{"moved", 7}{"caught", 9}";
        foreach (
            var group in results
                .Where(result => result.Group != TrialGroup.True)
                .GroupBy(result => result.Group)
                .OrderBy(group => group.Key)
        )
        {
            foreach (var kind in group.GroupBy(result => result.Kind))
            {
                yield return Line("  " + kind.Key, [.. kind], result => result.IsCaught);
            }

            yield return Line(group.Key.ToString(), [.. group], result => result.IsCaught);
        }

        yield return Line(
            "all but place",
            [.. results.Where(result => result.Group is not (TrialGroup.True or TrialGroup.Place))],
            result => result.IsCaught
        );
    }

    /// <summary>True sentences that were dropped and false ones that were not caught.</summary>
    public IEnumerable<string> Failures() =>
        results
            .Where(result => result.Group == TrialGroup.True ? result.Outcome == TrialOutcome.Dropped : !result.IsCaught)
            .OrderBy(result => result.Group)
            .ThenBy(result => result.Kind, StringComparer.Ordinal)
            .Select(result =>
                $"{result.Group} {result.Kind} {result.Outcome} {result.Reason}: "
                + $"{result.Text}{(result.Group == TrialGroup.True ? "" : $"\n    for: {result.Truth}")}"
            );

    private static string Line(string name, IReadOnlyList<TrialResult> of, Func<TrialResult, bool> counts) =>
        $"{name, -22}{of.Count, 7}{of.Count(result => result.Outcome == TrialOutcome.Dropped), 9}{of.Count(result => result.Outcome == TrialOutcome.Moved), 7}{Rate(of, counts), 9:P1}";

    private static double Rate(IEnumerable<TrialResult> of, Func<TrialResult, bool> counts)
    {
        var all = of.ToList();
        return all.Count == 0 ? double.NaN : (double)all.Count(counts) / all.Count;
    }
}
