using System.Text.RegularExpressions;

namespace BriefingBot.Core.Language;

/// <summary>
/// A pattern that is interpreted at first and compiled once it is used much, beside whoever uses it. Compiling takes ten milliseconds a
/// pattern, and for some a hundred: an index run earns them back, a question on the command line never would. Matches are the same.
/// Thread-safe.
/// </summary>
internal sealed class TieredRegex(string pattern, RegexOptions options, TimeSpan matchTimeout)
{
    private const int UsesBeforeCompiling = 2000;

    private volatile Regex _regex = new(pattern, options, matchTimeout);
    private volatile Task _compiling = Task.CompletedTask;
    private int _uses;

    /// <summary>How long one match may take.</summary>
    public TimeSpan MatchTimeout => matchTimeout;

    /// <summary>The compiling that was begun; done when none was.</summary>
    public Task Compiling => _compiling;

    private Regex Current
    {
        get
        {
            // Counted past the mark by few, and never far: whoever reaches it has it compiled, and goes on with what there is.
            if (_uses < UsesBeforeCompiling && Interlocked.Increment(ref _uses) == UsesBeforeCompiling)
            {
                _compiling = Task.Run(Compile);
            }

            return _regex;
        }
    }

    private void Compile()
    {
        Regex regex = new(pattern, options | RegexOptions.Compiled, matchTimeout);
        try
        {
            // Its code is made at the first try to match, and what is written in a pattern is tried where it stands.
            _ = regex.IsMatch(pattern);
        }
        catch (RegexMatchTimeoutException)
        {
            // By then its code is made.
        }

        _regex = regex;
    }

    public bool IsMatch(string text) => Current.IsMatch(text);

    public bool IsMatch(ReadOnlySpan<char> text) => Current.IsMatch(text);

    public Match Match(string text) => Current.Match(text);

    public Match Match(string text, int from) => Current.Match(text, from);

    public MatchCollection Matches(string text) => Current.Matches(text);

    public string Replace(string text, string replacement) => Current.Replace(text, replacement);

    public string Replace(string text, MatchEvaluator evaluator) => Current.Replace(text, evaluator);
}
