using System.Text.RegularExpressions;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Questions.Sources;

/// <summary>
/// Reads whose reports a question asks for ("according to Reuters", "what has the Guardian reported about ..."). Stateless.
/// </summary>
internal static partial class SourcePhraseReader
{
    private const int MostWords = 7;

    /// <summary>May the question name a source? Cheap; says nothing of whether the coverage knows it.</summary>
    public static bool MayName(string text) => SourcePattern.All.Any(pattern => pattern.MayFit(text.Replace('’', '\'')));

    /// <summary>The first source that is named; null when none is.</summary>
    public static SourcePhrase? Read(string text, SourceNames names)
    {
        text = text.Replace('’', '\'');
        var words = WordTokenizer.Tokenize(text);
        foreach (var pattern in SourcePattern.All)
        {
            foreach (var before in pattern.FindBefore(text))
            {
                int start = before.Index + before.Length;
                int[] ends = [.. words.Where(word => word.Start >= start).Take(MostWords).Select(word => word.End)];
                foreach (int end in ends.Reverse())
                {
                    string name = text[start..end].Trim(' ', '"', '“', '”');
                    if (
                        IsWhole(text, end)
                        && names.Find(name) is { } source
                        && pattern.TakeOut(text, before, end, source.IsAuthor) is { } rest
                    )
                    {
                        return new SourcePhrase(source, Tidy(rest));
                    }
                }
            }
        }

        return null;
    }

    /// <summary>"Time" does not name its source in "according to Time Warner".</summary>
    private static bool IsWhole(string text, int end) => !GoesOn().IsMatch(text.AsSpan(end));

    private static string Tidy(string text) => Blanks().Replace(Ends().Replace(text, ""), " ").Trim(' ', ',', ':', ';');

    [GeneratedRegex(@"^\s\p{Lu}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex GoesOn();

    [GeneratedRegex(@"[\s,;:]+(?=[?.!]*\s*$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ends();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blanks();
}
