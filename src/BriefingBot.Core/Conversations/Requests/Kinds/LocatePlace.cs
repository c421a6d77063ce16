using System.Collections.Frozen;
using System.Text.RegularExpressions;
using BriefingBot.Core.Language;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;

namespace BriefingBot.Core.Conversations.Requests.Kinds;

/// <summary>Where a place lies, from what is said beside its name: "the eastern city of ...", "..., a town in ...".</summary>
internal sealed partial class LocatePlace(HybridRetriever retriever) : RequestKind("where_is", "request-place")
{
    private static readonly FrozenSet<string> Kinds = LanguageData.Set("place-kinds");

    public override async Task<RequestAnswer?> AnswerAsync(
        RequestWords words,
        RequestText text,
        Question question,
        CancellationToken cancellationToken
    ) =>
        words.Find("name") is { } name && !words.Asks("name") && NamedSentences.IsName(words.Raw("name"))
            ? NamedSentences.Answer(name, await retriever.RetrieveAsync(question, cancellationToken), Score)
            : null;

    /// <summary>How well a sentence says where it is: 4 by kind and surroundings, 3 by one of them, 0 by none.</summary>
    private static double Score(string sentence, Match name)
    {
        string before = sentence[..name.Index];
        string behind = sentence[(name.Index + name.Length)..];
        bool kind =
            (KindBefore().Match(before) is { Success: true } of && Kinds.Contains(of.Groups[1].Value))
            || (
                KindBehind().Match(behind) is { Success: true } apposition
                && apposition.Groups[1].Captures.Any(word => char.IsLower(word.Value[0]) && Kinds.Contains(word.Value))
            );
        bool within = Within().Match(behind) is { Success: true } match && !Calendar().IsMatch(match.Groups[1].Value);
        return (kind, within) switch
        {
            (true, true) => 4,
            (true, false) or (false, true) => 3,
            _ => 0,
        };
    }

    /// <summary>"city of", "the town of".</summary>
    [GeneratedRegex(@"(\p{L}+) of $", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex KindBefore();

    /// <summary>" region", ", a town", " is a small town".</summary>
    [GeneratedRegex(@"^(?:,? (?:is |was )?(?:an? |the )|[ ,]+)(?:(\p{L}[\p{L}-]*)[ ,.]*){1,4}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex KindBehind();

    /// <summary>", Poland", " region in Russia", " Oblast of Russia".</summary>
    [GeneratedRegex(
        @"^(?:,|(?: \p{L}+)? (?:in|of))(?: (?:the|eastern|western|northern|southern|central))* (\p{Lu}\p{L}+)",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Within();

    [GeneratedRegex(
        "^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Calendar();
}
