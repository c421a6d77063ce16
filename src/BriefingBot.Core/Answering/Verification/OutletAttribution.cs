using System.Collections.Frozen;
using BriefingBot.Core.Answering.Verification.Clauses;
using BriefingBot.Core.Language;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Answering.Verification;

/// <summary>
/// Takes "The Herald writes:" or ", according to the Herald" off a sentence that cites the Herald: that an outlet reports it is known of
/// the article and stands nowhere in its text. What is left must be borne out by that outlet's passages alone. Stateless.
/// </summary>
internal static class OutletAttribution
{
    private const string AccordingTo = "according to ";
    private const string The = "the ";

    private static readonly FrozenSet<string> Telling = LanguageData
        .Map("speech-verbs")
        .Where(static pair => pair.Key == "say")
        .SelectMany(static pair => pair.Value)
        .Select(EnglishVerbs.RootOf)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What the sentence says, and the outlet that it names; null and the whole sentence when none is named.</summary>
    public static (string Statement, string? Outlet) Read(string text, IReadOnlyList<StoredPassage> passages)
    {
        foreach (string outlet in passages.Select(static passage => passage.Article.Outlet).OfType<string>().Distinct())
        {
            if (outlet.Length > 1 && (BehindOpening(text, outlet) ?? BeforeEnd(text, outlet)) is { Length: > 0 } rest)
            {
                return (rest, outlet);
            }
        }

        return (text, null);
    }

    /// <summary>The same without the quotation marks around all of it.</summary>
    public static string Unquoted(string statement)
    {
        string trimmed = statement.Trim();
        return
            trimmed.Length > 2
            && trimmed[0] is '"' or '“'
            && trimmed[^1] is '"' or '”'
            && !trimmed[1..^1].AsSpan().ContainsAny('"', '“', '”')
            ? trimmed[1..^1]
            : statement;
    }

    private static string? BehindOpening(string text, string outlet)
    {
        var rest = text.AsSpan().TrimStart();
        if (Skip(ref rest, AccordingTo))
        {
            Skip(ref rest, The);
            return Skip(ref rest, outlet) && rest.StartsWith(",") ? rest[1..].Trim().ToString() : null;
        }

        _ = rest.StartsWith(outlet, StringComparison.OrdinalIgnoreCase) || Skip(ref rest, The);
        if (!Skip(ref rest, outlet) || !Skip(ref rest, " "))
        {
            return null;
        }

        _ = Skip(ref rest, "has ") || Skip(ref rest, "have ");
        int end = rest.IndexOfAny(' ', ':', ',');
        if (end <= 0 || !Telling.Contains(EnglishVerbs.RootOf(rest[..end].ToString().ToLowerInvariant())))
        {
            return null;
        }

        rest = rest[end..];
        return Skip(ref rest, ": ") || Skip(ref rest, ", ") || Skip(ref rest, " that ") ? rest.Trim().ToString() : null;
    }

    private static string? BeforeEnd(string text, string outlet)
    {
        var trimmed = text.AsSpan().TrimEnd().TrimEnd('.');
        int comma = trimmed.LastIndexOf(',');
        if (comma < 0)
        {
            return null;
        }

        var tail = trimmed[(comma + 1)..].TrimStart();
        bool isSource = Skip(ref tail, AccordingTo);
        _ = tail.StartsWith(outlet, StringComparison.OrdinalIgnoreCase) || Skip(ref tail, The);
        if (!Skip(ref tail, outlet))
        {
            return null;
        }

        bool ends = isSource
            ? tail.IsWhiteSpace()
            : tail.StartsWith(" ") && Telling.Contains(EnglishVerbs.RootOf(tail.Trim().ToString().ToLowerInvariant()));
        return ends ? trimmed[..comma].ToString() + "." : null;
    }

    private static bool Skip(ref ReadOnlySpan<char> text, string words)
    {
        if (!text.StartsWith(words, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        text = text[words.Length..];
        return true;
    }
}
