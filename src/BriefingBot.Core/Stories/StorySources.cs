using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Stories;

/// <summary>Who reports a story.</summary>
/// <param name="Outlets">The outlets by their one name, in order of the reports; articles that name none are not among them.</param>
/// <param name="Wires">The agencies that some of the texts come from.</param>
/// <param name="Independent">How many sources there are when texts of one agency count once, whoever prints them; at least 1.</param>
public sealed record StorySources(IReadOnlyList<string> Outlets, IReadOnlyList<string> Wires, int Independent)
{
    public static StorySources Of(IEnumerable<StoryReport> reports)
    {
        List<string> outlets = [];
        List<string> wires = [];
        HashSet<string> independent = new(StringComparer.OrdinalIgnoreCase);
        foreach (var report in reports)
        {
            string? outlet = report.Article.Outlet is { } name ? OutletNames.Known.Canonical(name) : null;
            Add(outlets, outlet);
            Add(wires, report.Wire);
            independent.Add(report.Wire ?? outlet ?? "");
        }

        return new StorySources(outlets, wires, Math.Max(1, independent.Count));
    }

    private static void Add(List<string> names, string? name)
    {
        if (name is not null && !names.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            names.Add(name);
        }
    }
}
