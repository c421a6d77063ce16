using BriefingBot.Core.Ingestion.Parsing;
using BriefingBot.Core.Ingestion.Sources;

namespace BriefingBot.Core.Ingestion.Cleaning;

/// <summary>
/// Learns the furniture of each outlet from its articles: a line that many of them share belongs to the page, whatever it says. Lines that
/// say who wrote an article, when and for whom are left to those who read them. Not safe for concurrent use while it learns.
/// </summary>
internal sealed class FurnitureCensus
{
    /// <summary>The fewest articles that share a line of furniture.</summary>
    public const int FewestArticles = 6;

    private const int Percent = 2;

    // Shorter ones are the subheadings that an outlet uses again and again ("Alabama", "And finally"); buttons are in a list of their own.
    private const int FewestWords = 5;
    private const int LongestLine = 320;
    private const int MostLines = 1_000_000;

    private readonly Dictionary<string, Outlet> _outlets = new(StringComparer.OrdinalIgnoreCase);
    private int _lines;

    /// <summary>Whose page an article stands on, as far as its source says: outlet, else host, else folder.</summary>
    public static string KeyOf(SourceMetadata fields, CoverageFile file) =>
        (fields.Outlet ?? file.Manifest.Outlet) is { } outlet ? file.Outlets.Canonical(outlet)
        : (fields.Url ?? file.Manifest.Url) is { } url && file.Outlets.OfUrl(url) is { } host ? host
        : "folder " + (file.HoldsMany ? file.Source : Path.GetDirectoryName(file.Source));

    /// <summary>Counts the lines of an article once each; copies of an article that is counted already are passed over.</summary>
    public void Add(string key, IReadOnlyList<TextLine> lines)
    {
        if (!_outlets.TryGetValue(key, out var outlet))
        {
            _outlets[key] = outlet = new Outlet();
        }

        if (lines.Count == 0 || !outlet.Leads.Add(lines.MaxBy(line => line.Text.Length).Text.GetHashCode(StringComparison.Ordinal)))
        {
            return;
        }

        outlet.Articles++;
        foreach (
            string line in lines
                .Select(line => line.Text)
                .Where(text => text.Length <= LongestLine && text.Count(' '.Equals) >= FewestWords - 1)
                .Distinct(StringComparer.Ordinal)
        )
        {
            if (outlet.Counts.TryGetValue(line, out int count))
            {
                outlet.Counts[line] = count + 1;
            }
            else if (_lines < MostLines)
            {
                outlet.Counts.Add(line, 1);
                _lines++;
            }
        }
    }

    /// <summary>The furniture of an outlet; null when none is known.</summary>
    public IReadOnlySet<string>? Of(string key) => _outlets.TryGetValue(key, out var outlet) ? outlet.Furniture : null;

    /// <summary>Everything that was learned, for measurements: outlet, line, and how many articles share it.</summary>
    public IEnumerable<(string Outlet, string Line, int Articles)> All() =>
        _outlets.SelectMany(outlet => outlet.Value.Furniture.Select(line => (outlet.Key, line, outlet.Value.Counts[line])));

    private static bool SaysWho(string line) =>
        BylineLine.Read(line) is not null
        || CreditLine.ReadLine(line) is not null
        || CopyrightLine.Holder(line) is not null
        || Dateline.Read(line) is { Outlet: not null };

    private sealed class Outlet
    {
        private HashSet<string>? _furniture;

        public int Articles { get; set; }

        public HashSet<int> Leads { get; } = [];

        public Dictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Furniture =>
            _furniture ??= Counts
                .Where(line => line.Value >= FewestArticles && line.Value * 100 >= Articles * Percent && !SaysWho(line.Key))
                .Select(line => line.Key)
                .ToHashSet(StringComparer.Ordinal);
    }
}
