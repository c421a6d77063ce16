using System.Text.RegularExpressions;

namespace BriefingBot.TestServers.Models.Streaming;

/// <summary>Cuts a text into pieces of the size of real tokens: a mark like [12] comes in three.</summary>
internal static partial class TokenSplitter
{
    /// <summary>The pieces joined are the text.</summary>
    public static IReadOnlyList<string> Split(string text) => [.. Pieces.Matches(text).Select(static match => match.Value)];

    public static int Count(string text) => Pieces.Count(text);

    // One surrogate pair is one piece: half of it cannot be written as UTF-8.
    [GeneratedRegex(
        @" ?\p{L}{1,10}| ?\d{1,3}| ?(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\s\p{L}\d])|\s+|.",
        RegexOptions.Singleline | RegexOptions.CultureInvariant
    )]
    private static partial Regex Pieces { get; }
}
