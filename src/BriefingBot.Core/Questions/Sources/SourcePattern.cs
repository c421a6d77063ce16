using System.Text.RegularExpressions;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Questions.Sources;

/// <summary>One way to name whose reports are meant: a line of <c>Language/English/question-sources.txt</c>. Thread-safe.</summary>
internal sealed class SourcePattern
{
    private const string Source = "SOURCE";
    private const string Becomes = "->";
    private const string AnyName = ".{1,100}";
    private const string Kept = "kept";
    private const string Speech = "speech";

    private readonly Regex _before;
    private readonly Regex _behind;
    private readonly Regex _whole;
    private readonly string _instead;

    private SourcePattern(string line)
    {
        string[] halves = line.Split(Becomes, 2);
        string[] sides = halves[0].Trim().Split(Source, 2);
        _before = Read(sides[0]);
        _behind = Read("^" + sides[1]);
        _whole = Read(sides[0] + AnyName + sides[1]);
        _instead = halves.Length > 1 ? halves[1].TrimStart() : "";
    }

    /// <summary>All, the first that fits counts.</summary>
    public static IReadOnlyList<SourcePattern> All { get; } =
    [.. LanguageData.Lines("question-sources").Select(static line => new SourcePattern(line))];

    /// <summary>Do the words stand in the text, around whatever name?</summary>
    public bool MayFit(string text) => _whole.IsMatch(text.TrimEnd('?', '.', '!', ' '));

    /// <summary>Where names may begin, each with what stands before it.</summary>
    public IEnumerable<Match> FindBefore(string text) => _before.Matches(text);

    /// <summary>The text without the words that name the source; null when other words had to follow the name.</summary>
    /// <param name="text">The question.</param>
    /// <param name="before">What stands before the name.</param>
    /// <param name="end">Where the name ends.</param>
    /// <param name="isAuthor">The name is an author's.</param>
    public string? TakeOut(string text, Match before, int end, bool isAuthor)
    {
        var behind = _behind.Match(text[end..].TrimEnd('?', '.', '!', ' '));
        return behind.Success && !(isAuthor && behind.Groups[Speech].Success)
            ? string.Concat(text.AsSpan(0, before.Index), before.Groups[Kept].Value, _instead, text.AsSpan(end + behind.Length))
            : null;
    }

    private static Regex Read(string pattern) =>
        new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
