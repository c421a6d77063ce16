using System.Collections.Frozen;
using System.Globalization;

namespace BriefingBot.Core.Stories.Deciding;

/// <summary>
/// The fitted numbers of grouping, one <c>name = value</c> a line; the shipped ones, and where they come from, are in
/// <c>story-weights.txt</c> beside this file. Immutable.
/// </summary>
internal sealed class StoryWeights
{
    private readonly FrozenDictionary<string, double> _values;

    private StoryWeights(FrozenDictionary<string, double> values) => _values = values;

    /// <summary>The weights that ship.</summary>
    public static StoryWeights Shipped { get; } = Read();

    /// <summary>One weight; 0 when it is not named.</summary>
    public double this[string name] => _values.GetValueOrDefault(name);

    /// <summary>Pairs less similar than this are not looked at.</summary>
    public double LeastSimilarity => this["candidates.similarity"];

    /// <summary>Two articles whose names are less alike than this tell of two events.</summary>
    public double LeastNames => this["candidates.names"];

    /// <summary>So many days may lie between two reports of a story that are linked.</summary>
    public int Days => (int)this["candidates.days"];

    /// <summary>So many neighbours of an article are looked at, the nearest first.</summary>
    public int MostCandidates => (int)this["candidates.most"];

    /// <summary>Two groups become one story when the mean of their links is this likely, in thousandths.</summary>
    public int Together => (int)(1000 * this["stories.together"]);

    /// <summary>The same weights, some of them others.</summary>
    public StoryWeights With(IEnumerable<KeyValuePair<string, double>> values)
    {
        Dictionary<string, double> all = new(_values, StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            all[name] = value;
        }

        return new StoryWeights(all.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static StoryWeights Read()
    {
        using var stream =
            typeof(StoryWeights).Assembly.GetManifestResourceStream("Stories/story-weights.txt")
            ?? throw new InvalidOperationException("The assembly holds no story-weights.txt.");
        using StreamReader reader = new(stream);
        Dictionary<string, double> values = new(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('#')[0].Split('=', StringSplitOptions.TrimEntries) is [var name, var value])
            {
                values.Add(name, double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture));
            }
        }

        return new StoryWeights(values.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
