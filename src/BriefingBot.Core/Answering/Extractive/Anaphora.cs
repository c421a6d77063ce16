using System.Text.RegularExpressions;

namespace BriefingBot.Core.Answering.Extractive;

/// <summary>
/// Tells sentences that open by pointing back at the one before ("The two autocrats, who met at ..."). Rules for English.
/// </summary>
internal static partial class Anaphora
{
    public static bool Opens(string sentence) => Opener().IsMatch(sentence);

    /// <summary>Opens with a word that means somebody or something of the sentence before and nothing without it.</summary>
    public static bool OpensWithPronoun(string sentence) => Pronoun().IsMatch(sentence);

    [GeneratedRegex(
        "^[\"“‘']?(?:(?:But|And|Yet|So|While|As|When|If|Although|Though|Meanwhile,?|However,?|Later,?|Then,?)\\s+)?(?:He|She|It|They|His|Her|Its|Their|These|Those|This|That|Both|he|she|it|they|his|her|their)\\b(?!\\s+(?:is|was|’s|'s)\\s+(?:clear|likely|possible|unclear|not clear|unlikely|important|estimated|believed|reported)\\b)"
    )]
    private static partial Regex Pronoun();

    [GeneratedRegex(
        "^[\"“‘']?(?:He|She|It|They|His|Her|Its|Their|This|That|These|Those|Both|The "
            + "(?:two|three|four|five|pair|duo|trio|men|women|leaders?|sides?|officials?|ministers?|countries|nations|talks|meetings?|summit|deal|agreement|treaty|group|company|firm|agency|report|study|move|visit|trip|decision|law|bill|event|incident|attack|former|latter|couple|team|man|woman|suspect|victims?))\\b"
    )]
    private static partial Regex Opener();
}
