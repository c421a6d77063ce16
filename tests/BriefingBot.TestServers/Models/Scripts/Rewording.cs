using System.Text.RegularExpressions;
using BriefingBot.TestServers.Models.Prompts;

namespace BriefingBot.TestServers.Models.Scripts;

/// <summary>Says a sentence otherwise without saying anything else. What stands between quotation marks is left alone.</summary>
internal static partial class Rewording
{
    private static readonly (string From, string To)[] Exchanges =
    [
        ("approximately", "about"),
        ("as well as", "and also"),
        ("in order to", "to"),
        ("amid", "during"),
        ("roughly", "about"),
        ("additional", "further"),
        ("requested", "asked for"),
        ("stated that", "said that"),
        ("emphasized", "stressed"),
        ("urged", "called on"),
        ("regarding", "about"),
        ("discussed", "talked about"),
        ("on the sidelines of", "at the margins of"),
        ("took part in", "joined"),
        ("numerous", "many"),
        ("however, ", ""),
        ("also ", ""),
        ("purchased", "bought"),
        ("assist", "help"),
        ("commenced", "began"),
        ("prior to", "before"),
        ("due to", "because of"),
    ];

    public static string Write(PassageSentence sentence, Wording wording, int index, Random dice)
    {
        Wording chosen =
            wording == Wording.Mixed
                ? dice.Next(10) switch
                {
                    < 5 => Wording.Verbatim,
                    < 7 => Wording.Quoted,
                    _ => Wording.Rephrased,
                }
                : wording;
        return chosen switch
        {
            Wording.Quoted when sentence.Outlet.Length > 0 && !QuotationMarks.Any(sentence.Text) =>
                $"{sentence.Outlet} writes: \"{sentence.Text}\"",
            Wording.Rephrased => Rephrase(sentence.Text, index, dice),
            _ => sentence.Text,
        };
    }

    private static string Rephrase(string sentence, int index, Random dice)
    {
        string text = QuotationMarks.Any(sentence) ? sentence : Parenthesis.Replace(sentence, "");
        foreach ((string from, string to) in Exchanges)
        {
            int at = text.IndexOf(from, StringComparison.Ordinal);
            bool isWord =
                at > 0
                && !char.IsLetter(text[at - 1])
                && (at + from.Length >= text.Length || !char.IsLetter(text[at + from.Length]) || from[^1] == ' ');
            if (isWord && !QuotationMarks.Enclose(text, at))
            {
                text = text[..at] + to + text[(at + from.Length)..];
            }
        }

        return index > 0 && FirstWord.Match(text) is { Success: true } first && dice.Next(2) == 0
            ? $"{(dice.Next(2) == 0 ? "In addition" : "Besides")}, {first.Value.ToLowerInvariant()}{text[first.Length..]}"
            : text;
    }

    [GeneratedRegex(@" \([^()\d""“”]{1,60}\)", RegexOptions.CultureInvariant)]
    private static partial Regex Parenthesis { get; }

    // Only words that are no names when they begin a sentence can be led in.
    [GeneratedRegex("^(?:The|A|An|In|On|At|It|They|He|She|This|These|That|Those|Both|After|Before)(?= )", RegexOptions.CultureInvariant)]
    private static partial Regex FirstWord { get; }
}
