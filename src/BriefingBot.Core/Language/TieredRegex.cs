using System.Text.RegularExpressions;

namespace BriefingBot.Core.Language;

/// <summary>
/// A pattern that is interpreted at first and compiled once it is used much. Compiling takes some ten milliseconds a pattern: an index run
/// earns them back, a question on the command line never would. Matches are the same. Thread-safe.
/// </summary>
internal sealed class TieredRegex(string pattern, RegexOptions options, TimeSpan matchTimeout)
{
    private const int UsesBeforeCompiling = 2000;

    private Regex _regex = new(pattern, options, matchTimeout);
    private int _uses;

    /// <summary>How long one match may take.</summary>
    public TimeSpan MatchTimeout => matchTimeout;

    private Regex Current
    {
        get
        {
            // Counted past the mark by few, and never far: whoever reaches it compiles, the others go on with what there is.
            if (_uses < UsesBeforeCompiling && Interlocked.Increment(ref _uses) == UsesBeforeCompiling)
            {
                _regex = new Regex(pattern, options | RegexOptions.Compiled, matchTimeout);
            }

            return _regex;
        }
    }

    public bool IsMatch(string text) => Current.IsMatch(text);

    public bool IsMatch(ReadOnlySpan<char> text) => Current.IsMatch(text);

    public Match Match(string text) => Current.Match(text);

    public Match Match(string text, int from) => Current.Match(text, from);

    public MatchCollection Matches(string text) => Current.Matches(text);

    public string Replace(string text, string replacement) => Current.Replace(text, replacement);

    public string Replace(string text, MatchEvaluator evaluator) => Current.Replace(text, evaluator);
}
