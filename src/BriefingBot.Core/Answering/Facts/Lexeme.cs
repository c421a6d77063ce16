using System.Text.RegularExpressions;

namespace BriefingBot.Core.Answering.Facts;

/// <summary>A run of letters, a number in digits with its separators, or a single sign.</summary>
/// <param name="Text">The run.</param>
/// <param name="Start">Its first UTF-16 unit.</param>
/// <param name="IsDigits">It is a number in digits.</param>
internal readonly partial record struct Lexeme(string Text, int Start, bool IsDigits)
{
    /// <summary>One past its last UTF-16 unit.</summary>
    public int End => Start + Text.Length;

    /// <summary>It is a run of letters.</summary>
    public bool IsWord => char.IsLetter(Text[0]);

    /// <summary>The lexemes of a text in order; white space parts them and is none.</summary>
    public static IReadOnlyList<Lexeme> Read(string text) =>
        [.. Pattern().Matches(text).Select(match => new Lexeme(match.Value, match.Index, char.IsAsciiDigit(match.Value[0])))];

    /// <summary>Nothing stands between both.</summary>
    public bool Adjoins(Lexeme next) => End == next.Start;

    [GeneratedRegex(@"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?|[\p{L}\p{M}]+|\S", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Pattern();
}
