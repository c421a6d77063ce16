using System.Text.RegularExpressions;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Questions;

/// <summary>
/// Parts a question that asks several things ("Who resigned, and why?"). Each part stands for itself: what a later one leaves out is that
/// of the one before it. Rules for English; stateless.
/// </summary>
public static partial class QuestionParts
{
    /// <summary>So many parts are answered at most; what is asked beyond is one with the last.</summary>
    public const int Most = 3;

    /// <summary>The parts in their order; one when it asks one thing.</summary>
    public static IReadOnlyList<QuestionPart> Split(string question)
    {
        List<string> pieces = [];
        string rest = question.Trim();
        while (pieces.Count < Most - 1 && NextBreak(rest) is { } cut)
        {
            pieces.Add(rest[..cut.Index].Trim(' ', ',', '?'));
            rest = rest[(cut.Index + cut.Length)..];
        }

        pieces.Add(rest.TrimEnd(' ', '?', '.'));
        if (pieces.Count == 1 || pieces.Exists(static piece => piece.Length == 0))
        {
            return [new QuestionPart(question, question)];
        }

        List<QuestionPart> parts = [];
        foreach (string piece in pieces)
        {
            string asked = $"{char.ToUpperInvariant(piece[0])}{piece[1..]}?";
            parts.Add(new QuestionPart(piece, parts.Count == 0 ? asked : Complete(asked, parts[^1].Standalone)));
        }

        return parts;
    }

    /// <summary>A bare "why?" asks it of what was asked before; anything longer is a follow-up.</summary>
    private static string Complete(string asked, string before)
    {
        if (Bare().Match(asked) is not { Success: true } bare)
        {
            return FollowUpResolver.Resolve(asked, [before]).Text;
        }

        string matter = Opening().Replace(before.TrimEnd('?', ' '), "");
        return $"{bare.Groups["word"].Value} {matter}?";
    }

    /// <summary>Where the next part begins; not inside "the minister who resigned and who was arrested".</summary>
    private static Match? NextBreak(string text)
    {
        if (!Asks.IsMatch(text))
        {
            return null;
        }

        foreach (Match match in Break.Matches(text))
        {
            string next = match.Groups["next"].Value;
            bool isRelative =
                next.Length > 0
                && match.Value[0] != '?'
                && Regex.IsMatch(
                    text[..match.Index],
                    $@"\w\s+{Regex.Escape(next)}\b",
                    RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
                    TimeSpan.FromSeconds(1)
                );
            if (!isRelative)
            {
                return match;
            }
        }

        return null;
    }

    private static readonly Regex Asks = LanguagePattern.Interpreted(
        "question-phrases/asks",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    );

    private static readonly Regex Break = LanguagePattern.Interpreted(
        "question-phrases/break",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    );

    [GeneratedRegex("^(?<word>why|when|where|how|with whom|by whom)\\?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bare();

    /// <summary>The word that asks, at the beginning of the part before: "Who resigned" is about "resigned".</summary>
    [GeneratedRegex(
        "^(?:(?:and|but|so)\\s+)?(?:who|whom|what|when|where|why|how)\\s+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Opening();
}
