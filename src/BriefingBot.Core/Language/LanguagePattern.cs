using System.Text.RegularExpressions;

namespace BriefingBot.Core.Language;

/// <summary>
/// Patterns out of the lists of <see cref="LanguageData"/>: any line of a list matches, and <c>{name}</c> in a line stands for any item of
/// the list of that name in the same file, <c>{file/name}</c> for one of another file. Readers keep what they are given.
/// </summary>
internal static partial class LanguagePattern
{
    /// <summary>How long one match may take where the caller does not say; texts are bounded.</summary>
    public const int TimeoutMilliseconds = 10_000;

    /// <summary>For what may be asked of every sentence or line.</summary>
    /// <exception cref="ArgumentException">A list is not there, or a line is no pattern.</exception>
    public static TieredRegex Tiered(string list, RegexOptions options, int timeoutMilliseconds = TimeoutMilliseconds) =>
        new(Text(list), options, TimeSpan.FromMilliseconds(timeoutMilliseconds));

    /// <summary>For what is asked once a question.</summary>
    /// <exception cref="ArgumentException">A list is not there, or a line is no pattern.</exception>
    public static Regex Interpreted(string list, RegexOptions options, int timeoutMilliseconds = TimeoutMilliseconds) =>
        new(Text(list), options, TimeSpan.FromMilliseconds(timeoutMilliseconds));

    /// <summary>The lines as alternatives in their order, names filled in.</summary>
    /// <exception cref="ArgumentException">A list is not there.</exception>
    public static string Text(string list)
    {
        string file = list.Split('/')[0];
        return string.Join(
            '|',
            LanguageData.Lines(list).Select(line => Name().Replace(line, name => $"(?:{Text(Full(file, name.Groups[1].Value))})"))
        );
    }

    private static string Full(string file, string name) => name.Contains('/', StringComparison.Ordinal) ? name : $"{file}/{name}";

    // "{2,60}" is a count, "\p{Lu}" a kind of letter.
    [GeneratedRegex(@"(?<!\\[pP])\{([a-z][a-z/-]*)\}", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Name();
}
