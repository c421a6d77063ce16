using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Text.Planted;

/// <summary>Tells sentences that give orders to a machine from those that give orders to people. English; stateless.</summary>
internal static partial class PlantedOrders
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int TimeoutMilliseconds = 2000;

    // A bullet or an opening quote may stand before the head of a sentence.
    private const int LongestMark = 2;

    private static readonly FrozenSet<string> Verbs = (
        (string[])
            ["writing-verbs", "forgetting-verbs", "revealing-verbs", "shaping-verbs", "spreading-verbs", "acting-words", "other-heads"]
    )
        .SelectMany(list => LanguageData.Lines($"planted-orders/{list}"))
        .Select(Plain)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> VerbsBySpan = Verbs.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    private static readonly SearchValues<string> Hints = SearchValues.Create(
        [.. LanguageData.Lines("planted-hints").Select(Regex.Unescape)],
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>The word itself where a pattern allows two spellings.</summary>
    private static string Plain(string pattern) =>
        pattern
            .Replace("['’]", "'", StringComparison.Ordinal)
            .Replace("[sz]", "z", StringComparison.Ordinal)
            .Replace("-?", "-", StringComparison.Ordinal);

    /// <summary>Does it order the machine that reads to do something, or speak of its rules and its answer?</summary>
    public static bool IsOrderToMachine(string sentence)
    {
        try
        {
            return Matches(sentence);
        }
        catch (RegexMatchTimeoutException)
        {
            return MatchesAtLast(sentence);
        }
    }

    /// <summary>
    /// A machine at its limits lets a pattern wait for its turn longer than it may take; what times out twice is not trusted.
    /// </summary>
    private static bool MatchesAtLast(string sentence)
    {
        try
        {
            return Matches(sentence);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    private static bool Matches(string sentence)
    {
        if (sentence.AsSpan().ContainsAny(Hints) && Speaking.IsMatch(sentence))
        {
            return true;
        }

        foreach (int head in OrderPlaces.Of(sentence))
        {
            if (!VerbsBySpan.Contains(sentence.AsSpan(head, OrderPlaces.EndOfWord(sentence, head) - head)))
            {
                continue;
            }

            var order = sentence.AsSpan(head);
            if (head <= LongestMark && Asserting.IsMatch(order))
            {
                return true;
            }

            if (
                Forgetting.IsMatch(order)
                || Revealing.IsMatch(order)
                || Acting.IsMatch(order)
                || OnTheReply.IsMatch(order)
                || GivenWords.IsMatch(order)
                || Spreading.IsMatch(order)
                || MachineTalk.IsMatch(order)
                || Masking.IsMatch(order)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Is it an order or a question to the reader of any kind? Behind an order to the machine that is enough.</summary>
    public static bool IsAnyOrder(string sentence) =>
        Imperative.IsMatch(sentence) || SecondPerson().IsMatch(sentence) || sentence.EndsWith('?');

    /// <summary>Does it go on speaking to the reader?</summary>
    public static bool SpeaksToReader(string sentence) => SecondPerson().IsMatch(sentence);

    private static readonly TieredRegex Forgetting = LanguagePattern.Tiered("planted-orders/forgetting", Options, TimeoutMilliseconds);

    private static readonly TieredRegex Revealing = LanguagePattern.Tiered("planted-orders/revealing", Options, TimeoutMilliseconds);

    private static readonly TieredRegex Acting = LanguagePattern.Tiered("planted-orders/acting", Options, TimeoutMilliseconds);

    private static readonly TieredRegex Speaking = LanguagePattern.Tiered("planted-orders/speaking", Options, TimeoutMilliseconds);

    // Only at the very head: people "must say that" too.
    private static readonly TieredRegex Asserting = LanguagePattern.Tiered("planted-orders/asserting", Options);

    private static readonly TieredRegex OnTheReply = LanguagePattern.Tiered("planted-orders/on-the-reply", Options, TimeoutMilliseconds);

    private static readonly TieredRegex GivenWords = LanguagePattern.Tiered("planted-orders/given-words", Options, TimeoutMilliseconds);

    // Any imperative, with a word that only machines are spoken to with.
    private static readonly TieredRegex MachineTalk = LanguagePattern.Tiered("planted-orders/machine-talk", Options, TimeoutMilliseconds);

    private static readonly TieredRegex Spreading = LanguagePattern.Tiered("planted-orders/spreading", Options, TimeoutMilliseconds);

    private static readonly TieredRegex Masking = LanguagePattern.Tiered("planted-orders/masking", Options, TimeoutMilliseconds);

    private static readonly TieredRegex Imperative = LanguagePattern.Tiered("planted-orders/imperative", Options, TimeoutMilliseconds);

    [GeneratedRegex(@"\b(?:you|your|yours|yourself)\b", Options, 10_000)]
    private static partial Regex SecondPerson();
}
