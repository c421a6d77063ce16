using System.Collections.Frozen;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Answering.Facts;

/// <summary>The English words for numbers.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, int> Cardinals = NumberNames
        .Small.Select((word, value) => (word, value))
        .Concat(NumberNames.Tens.Select((word, i) => (word, value: 20 + (10 * i))))
        .ToFrozenDictionary(pair => pair.word, pair => pair.value, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int> Ordinals = NumberNames
        .SmallOrdinals.Select((word, i) => (word, value: i + 1))
        .Concat(NumberNames.Tens.Select((word, i) => (word: word[..^1] + "ieth", value: 20 + (10 * i))))
        .Append((word: "hundredth", value: 100))
        .Append((word: "thousandth", value: 1000))
        .ToFrozenDictionary(pair => pair.word, pair => pair.value, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, decimal> Magnitudes = new Dictionary<string, decimal>
    {
        ["hundred"] = 100,
        ["thousand"] = 1_000,
        ["million"] = 1_000_000,
        ["billion"] = 1_000_000_000,
        ["trillion"] = 1_000_000_000_000,
        ["dozen"] = 12,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, decimal> ShortMagnitudes = new Dictionary<string, decimal>
    {
        ["k"] = 1_000,
        ["m"] = 1_000_000,
        ["mn"] = 1_000_000,
        ["mln"] = 1_000_000,
        ["b"] = 1_000_000_000,
        ["bn"] = 1_000_000_000,
        ["bln"] = 1_000_000_000,
        ["t"] = 1_000_000_000_000,
        ["tn"] = 1_000_000_000_000,
        ["trn"] = 1_000_000_000_000,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>0 to 19 and the tens; null for other words.</summary>
    public static int? Cardinal(string word) => Cardinals.TryGetValue(word, out int value) ? value : null;

    /// <summary>"first" to "ninetieth", "hundredth", "thousandth"; null for other words.</summary>
    public static int? Ordinal(string word) => Ordinals.TryGetValue(word, out int value) ? value : null;

    /// <summary>"hundred" to "trillion" and "dozen"; null for other words.</summary>
    public static decimal? Magnitude(string word) => Magnitudes.TryGetValue(word, out decimal value) ? value : null;

    /// <summary>What follows digits without a blank: "3bn", "40k"; null for other words.</summary>
    public static decimal? ShortMagnitude(string word) => ShortMagnitudes.TryGetValue(word, out decimal value) ? value : null;

    /// <summary>"dozens", "thousands"; null for other words.</summary>
    public static decimal? Plural(string word) => word.EndsWith('s') ? Magnitude(word[..^1]) : null;

    /// <summary>The parts that "third", "quarters" divide into; null for other words.</summary>
    public static int? Divisor(string word) =>
        word.ToLowerInvariant() switch
        {
            "half" or "halves" => 2,
            "quarter" or "quarters" => 4,
            var part when Ordinal(part.EndsWith('s') ? part[..^1] : part) is >= 3 and <= 10 and var parts => parts,
            _ => null,
        };
}
