using System.Text.RegularExpressions;
using BriefingBot.Core.Language;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Answering.Verification.Notation;

/// <summary>What prose about articles never needs and an attack does: addresses, mentions, markup, commands, keys. Stateless.</summary>
internal static class ForbiddenNotation
{
    /// <summary>Has the sentence any of it?</summary>
    public static bool StandsIn(string sentence) => Pattern.IsMatch(sentence) || Pattern.IsMatch(PlainAddresses.Read(sentence));

    /// <summary>
    /// The sentence without the addresses of the articles that it cites, and without outlets that are named like one: these are the store's
    /// own.
    /// </summary>
    public static string WithoutOwn(string sentence, IReadOnlyList<StoredPassage> cited)
    {
        var outlets = cited
            .Select(passage => passage.Article.Outlet)
            .Where(outlet =>
                outlet is not null && outlet.Contains('.', StringComparison.Ordinal) && !outlet.Contains('/', StringComparison.Ordinal)
            );
        foreach (
            string address in cited
                .Select(passage => passage.Article.Url)
                .Concat(outlets)
                .Where(address => !string.IsNullOrEmpty(address))
                .OfType<string>()
                .Distinct()
        )
        {
            sentence = OwnAddress(sentence, address);
        }

        return sentence;
    }

    /// <summary>Takes an address out where it stands whole.</summary>
    private static string OwnAddress(string sentence, string address)
    {
        int at = sentence.IndexOf(address, StringComparison.Ordinal);
        if (at < 0)
        {
            return sentence;
        }

        string after = sentence[(at + address.Length)..];
        string next = after.TrimStart('.', ',', ')', ']', ';', '!', '?', '”', '"');
        return next.Length == 0 || char.IsWhiteSpace(next[0]) ? sentence[..at] + OwnAddress(after, address) : sentence;
    }

    private static readonly TieredRegex Pattern = LanguagePattern.Tiered(
        "forbidden-notation/notations",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );
}
