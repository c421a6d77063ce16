using System.Text.RegularExpressions;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Answering.Extractive;

/// <summary>
/// Tells sentences that open by pointing back at the one before ("The two autocrats, who met at ..."). Rules for English.
/// </summary>
internal static class Anaphora
{
    public static bool Opens(string sentence) => Opener.IsMatch(sentence);

    /// <summary>Opens with a word that means somebody or something of the sentence before and nothing without it.</summary>
    public static bool OpensWithPronoun(string sentence) => Pronoun.IsMatch(sentence);

    private static readonly TieredRegex Pronoun = LanguagePattern.Tiered("anaphora/pronoun-openings", RegexOptions.None);

    private static readonly TieredRegex Opener = LanguagePattern.Tiered("anaphora/openings", RegexOptions.None);
}
