using System.Collections.Frozen;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Answering.Facts;

/// <summary>The units and currencies that stand beside numbers in English news, each by one name.</summary>
internal static class Measures
{
    /// <summary>Per cent.</summary>
    public const string Percent = "%";

    /// <summary>Percentage points: not per cent.</summary>
    public const string Points = "pp";

    private const string Pound = "pound";

    private static readonly FrozenDictionary<string, string> Names = Build();

    private static readonly FrozenSet<string> Currencies = FrozenSet.ToFrozenSet(
        [
            "$",
            "€",
            "£",
            "¥",
            "₩",
            "₹",
            "₽",
            "yuan",
            "franc",
            "crown",
            "peso",
            "cent",
            "shekel",
            "lira",
            "real",
            "rand",
            "hryvnia",
            "bitcoin",
        ],
        StringComparer.Ordinal
    );

    private static readonly FrozenSet<string> Qualifiers = FrozenSet.ToFrozenSet(
        [
            "straight",
            "consecutive",
            "more",
            "additional",
            "full",
            "whole",
            "long",
            "metric",
            "square",
            "cubic",
            "nautical",
            "us",
            "american",
            "canadian",
            "australian",
            "further",
            "extra",
            "short",
        ],
        StringComparer.Ordinal
    );

    /// <summary>The unit that a word or sign names, or null.</summary>
    public static string? Of(string word) => Names.GetValueOrDefault(word);

    /// <summary>Is it an amount of money?</summary>
    public static bool IsMoney(string? unit) => unit is not null && Currencies.Contains(unit);

    /// <summary>Words that may stand between a number and its unit: "three straight days".</summary>
    public static bool Qualifies(string word) => Qualifiers.Contains(word);

    /// <summary>
    /// Can both units be meant of one number? A unit may be left out ("Smith, 27" is 27 years old), per cent and money may not. A pound is
    /// a weight or a currency.
    /// </summary>
    public static bool Agree(string? one, string? other) =>
        one == other
        || (one is null && IsOptional(other!))
        || (other is null && IsOptional(one!))
        || (one == Pound && other is "£" or "lb")
        || (other == Pound && one is "£" or "lb");

    private static bool IsOptional(string unit) => unit is not (Percent or Points) && !Currencies.Contains(unit);

    private static FrozenDictionary<string, string> Build()
    {
        Dictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (string line in LanguageData.Lines("units"))
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (string word in words)
            {
                names[word] = words[0];
            }
        }

        return names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
