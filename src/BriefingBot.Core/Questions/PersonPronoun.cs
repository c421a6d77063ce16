using System.Text.RegularExpressions;

namespace BriefingBot.Core.Questions;

/// <summary>The pronouns that stand for one person. English; stateless.</summary>
internal static partial class PersonPronoun
{
    /// <summary>Is one there?</summary>
    public static bool IsIn(string text) => Pronoun().IsMatch(text) || Possessive().IsMatch(text);

    /// <summary>The name in the place of each: "her" before a noun is the name with 's.</summary>
    public static string Replace(string text, string name) =>
        Pronoun().Replace(Possessive().Replace(text, name.EndsWith('s') ? $"{name}’" : $"{name}’s"), name);

    [GeneratedRegex("\\b(?:he|she|him|her|himself|herself)\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Pronoun();

    [GeneratedRegex(
        "\\b(?:his|hers?(?=\\s+(?!(?:in|on|at|to|for|with|by|from|about|of|and|or|when|after|before)\\b)\\p{L}))\\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex Possessive();
}
