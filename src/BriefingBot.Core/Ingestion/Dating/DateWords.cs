using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using BriefingBot.Core.Language;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion.Dating;

/// <summary>
/// The words around a printed date: labels ("Last updated", "Veröffentlicht am", "입력"), days of the week, and what a line of nothing but a
/// date has besides.
/// </summary>
internal static class DateWords
{
    private const RegexOptions Options =
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    private static readonly FrozenDictionary<string, string[]> Words = LanguageData.Map("date-words");
    private static readonly string[] OfUpdates = [.. Words["updated"], .. Words["updated-abroad"]];
    private static readonly string[] OfWeek = [.. Words["weekdays"], .. Words["weekdays-abroad"]];

    private static readonly string[] OfWeekInBrackets = [.. OfWeek, .. Words["weekdays-in-brackets"]];

    private static readonly FrozenSet<string> Fillers = ((string[])[.. Words["filler"], .. Words["filler-abroad"], .. OfWeek]).ToFrozenSet(
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly string Particle = $@"(?:\s(?:{string.Join('|', Words["between"])})\b)?\s*[:：]?";

    private static readonly Regex ReadingTime = new(@"^\d+ min(?:ute)?s? read\b", Options);

    /// <summary>Labels of any kind, with the preposition and colon behind them.</summary>
    public static Regex Label { get; } =
        new(Alternatives([.. Words["published"], .. Words["published-abroad"], .. OfUpdates]) + Particle, Options);

    /// <summary>Labels of a change.</summary>
    public static Regex UpdateLabel { get; } = new(Alternatives(OfUpdates), Options);

    /// <summary>True for words that say nothing beside a date: "Fri", "at", "local time", "Uhr", "3 min read".</summary>
    public static bool IsFiller(string token)
    {
        var rest = token.AsSpan(ReadingTime.Match(token).Length);
        foreach (var word in rest.SplitAny(" ,."))
        {
            if (!rest[word].IsEmpty && !Fillers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(rest[word]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The span of a date together with the day of the week that stands beside it, in brackets or not.</summary>
    public static TextSpan WithWeekday(string text, TextSpan date)
    {
        var (start, end) = (date.Start, date.End);
        int before = text.AsSpan(0, start).TrimEnd(" ,.([").Length;
        if (OfWeek.FirstOrDefault(day => Ends(text, before, day)) is { } ahead)
        {
            start = before - ahead.Length;
        }

        int at = end;
        while (at < text.Length && text[at] is ' ' or '(' or ',' or '[' or '.' or '（')
        {
            at++;
        }

        var days = at > end && text[at - 1] is '(' or '（' ? OfWeekInBrackets : OfWeek;
        if (days.FirstOrDefault(day => Begins(text, at, day)) is { } behind)
        {
            end = at + behind.Length;
            end += end < text.Length && text[end] is ')' or ']' or '）' ? 1 : 0;
        }

        return new TextSpan(start, end);
    }

    private static bool Ends(string text, int end, string word) =>
        end >= word.Length
        && text.AsSpan(end - word.Length, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase)
        && (end == word.Length || !char.IsLetter(text[end - word.Length - 1]));

    private static bool Begins(string text, int start, string word) =>
        start + word.Length <= text.Length
        && text.AsSpan(start, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase)
        && (start + word.Length == text.Length || !char.IsLetter(text[start + word.Length]));

    // Scripts without blanks have no boundary between a label and what follows.
    private static string Alternatives(IEnumerable<string> words) =>
        $"(?:{string.Join('|', words.OrderByDescending(word => word.Length).Select(Whole))})";

    private static string Whole(string word) =>
        char.GetUnicodeCategory(word[^1]) == UnicodeCategory.OtherLetter ? Regex.Escape(word) : $@"\b{Regex.Escape(word)}\b";
}
