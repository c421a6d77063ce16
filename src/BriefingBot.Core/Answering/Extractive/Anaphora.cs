using System.Text.RegularExpressions;

namespace BriefingBot.Core.Answering.Extractive;

/// <summary>Tells sentences that open by pointing back at the one before ("The two autocrats, who met at ..."). Rules for English.</summary>
internal static partial class Anaphora
{
    public static bool Opens(string sentence) => Opener().IsMatch(sentence);

    [GeneratedRegex("^[\"“‘']?(?:He|She|It|They|His|Her|Its|Their|This|That|These|Those|Both|The (?:two|three|four|five|pair|duo|trio|men|women|leaders?|sides?|officials?|ministers?|countries|nations|talks|meetings?|summit|deal|agreement|treaty|group|company|firm|agency|report|study|move|visit|trip|decision|law|bill|event|incident|attack|former|latter|couple|team|man|woman|suspect|victims?))\\b")]
    private static partial Regex Opener();
}
