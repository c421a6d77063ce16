using System.Text.RegularExpressions;
using BriefingBot.Core.Ingestion.Cleaning;
using BriefingBot.Core.Language;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion.Parsing;

/// <summary>Tells a headline from running text, and makes a title of the lead where there is no headline.</summary>
internal static partial class HeadlineRule
{
    /// <summary>The longest derived title, in UTF-16 units, its ellipsis included.</summary>
    public const int LongestDerived = 100;

    private const int LongestHeadline = 220;
    private const int MostWords = 32;
    private const int LongestLead = 1000;

    /// <summary>Does a first paragraph look like a headline? No running text, no dateline, no byline.</summary>
    public static bool IsHeadline(string paragraph) =>
        paragraph.Length is >= 4 and <= LongestHeadline
        && paragraph.Count(' '.Equals) < MostWords
        && paragraph.Any(char.IsLetter)
        && !EndsLikeSentence(paragraph)
        && paragraph[^1] is not (':' or ',' or ';' or '—' or '–')
        && !EditorsNote.IsMatch(paragraph)
        && !char.IsLower(paragraph[0])
        && !Bullet().IsMatch(paragraph)
        && BylineLine.Read(paragraph) is null
        && !CaptionRule.IsCaption(paragraph, belowByline: false)
        && !CreditLine.IsOutlet(paragraph)
        && Dateline.Read(paragraph) is not { Outlet: not null };

    /// <summary>Can the paragraph open the story? Notes of the editors and lone words cannot.</summary>
    public static bool IsLead(string paragraph) => paragraph.Count(' '.Equals) >= 4 && !EditorsNote.IsMatch(paragraph);

    /// <summary>A title from the lead: its first sentence without dateline and closing attribution, cut at a word.</summary>
    public static string Derive(string lead)
    {
        lead = lead[..Math.Min(lead.Length, LongestLead)];
        string text = lead[(Dateline.Read(lead)?.Length ?? 0)..];
        text = text[LeadDate.LengthIn(text)..];
        var sentence = SentenceSplitter.Split(text) is [var first, ..] ? first.Of(text) : text;
        sentence = ClosingAttribution.Replace(sentence, "").TrimEnd();
        if (sentence.Length > 1 && sentence[^1] == '.' && sentence[^2] != '.' && !Acronym().IsMatch(sentence))
        {
            sentence = sentence[..^1];
        }

        return sentence.Length <= LongestDerived ? sentence : Cut(sentence);
    }

    private static string Cut(string sentence)
    {
        string[] words = sentence[..LongestDerived].Split(' ')[..^1];
        int count = words.Length;
        while (count > 1 && SmallWords.Contains(words[count - 1]))
        {
            count--;
        }

        string cut = count == 0 ? sentence[..(LongestDerived - 1)] : string.Join(' ', words[..count]);
        return (char.IsHighSurrogate(cut[^1]) ? cut[..^1] : cut).TrimEnd(',', ';', ':', '-', '–', '—', ' ') + "…";
    }

    private static bool EndsLikeSentence(string paragraph)
    {
        var bare = paragraph.AsSpan().TrimEnd("”’\"')]");
        return bare.Length > 0 && bare[^1] == '.' && !bare.EndsWith("..") && !Acronym().IsMatch(bare);
    }

    private static readonly TieredRegex EditorsNote = LanguagePattern.Tiered(
        "bylines/notes-above-articles",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    [GeneratedRegex(@"^\W{0,8}(?:[•●▪◦‣■►*]|[-–—]\s)", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"\b(?:\p{Lu}\.){2,}$", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Acronym();

    private static readonly TieredRegex ClosingAttribution = LanguagePattern.Tiered(
        "bylines/closing-attribution",
        RegexOptions.CultureInvariant
    );
}
