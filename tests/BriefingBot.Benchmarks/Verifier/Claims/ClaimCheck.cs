using System.Diagnostics;
using System.Text.Json;
using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Verification;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Benchmarks.Verifier.Claims;

/// <summary>
/// Puts claims that people have labelled to the check, each citing its passages: how many wrong ones are caught and how many right ones
/// kept, by set and half.
/// </summary>
internal static class ClaimCheck
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Reads the set and prints the tallies.</summary>
    /// <param name="path">A JSONL file.</param>
    /// <param name="verbose">Also prints each claim that was judged wrongly.</param>
    public static void Run(string path, bool verbose)
    {
        List<LabelledClaim> claims =
        [
            .. File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<LabelledClaim>(line, Json)!),
        ];
        foreach (var strictness in Enum.GetValues<Strictness>())
        {
            SortedDictionary<string, ClaimTally> tallies = new(StringComparer.Ordinal);
            Dictionary<DropReason, int> reasons = [];
            long started = Stopwatch.GetTimestamp();
            foreach (var claim in claims)
            {
                var reason = Check(claim, strictness);
                string half = claim.IsHeldBack ? "held back" : "tuned on";
                foreach (string key in (string[])[$"{claim.Set}, {half}", $"{claim.Set}, all"])
                {
                    (tallies.TryGetValue(key, out var tally) ? tally : tallies[key] = new ClaimTally()).Add(
                        claim.IsSupported,
                        reason is null
                    );
                }

                if (reason is { } why)
                {
                    reasons[why] = reasons.GetValueOrDefault(why) + 1;
                }

                if (verbose && claim.IsSupported == reason is not null)
                {
                    Console.WriteLine(
                        $"{claim.Set} {claim.Label} {(claim.IsHeldBack ? "*" : "")}{reason?.ToString() ?? "shown"}: {claim.Claim}"
                    );
                }
            }

            double milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds / claims.Count;
            Console.WriteLine($"\n{strictness, -24}{"wrong", 6}{"caught", 8}{"right", 7}{"kept", 7}{"balanced", 10}");
            foreach (var (key, tally) in tallies)
            {
                Console.WriteLine($"{key, -24}{tally}");
            }

            Console.WriteLine(
                $"{milliseconds:F2} ms a claim, its passages read anew; "
                    + $"{string.Join(", ", reasons.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Key} {pair.Value}"))}"
            );
        }
    }

    private static DropReason? Check(LabelledClaim claim, Strictness strictness)
    {
        StoredPassage[] passages = [.. claim.Passages.Select((passage, i) => PassageOf(claim, passage, i))];
        RetrievedPassages retrieved = new(
            [.. passages.Select(passage => new RetrievedPassage(passage, 1, 0.5, SentenceReader.Read(passage), 1))],
            [],
            TimeSpan.Zero
        );
        CitationVerifier verifier = new(retrieved, strictness);
        var verified = verifier.Add(
            new DraftSentence(claim.Claim, [.. passages.Select(passage => new DraftCitation(passage.Id, null))], false)
        );
        return verified is null ? verifier.Complete(ComposerKind.Model, default).DroppedSentences[0].Reason : null;
    }

    private static StoredPassage PassageOf(LabelledClaim claim, ClaimPassage passage, int ordinal)
    {
        var article = ArticleId.Parse(claim.Id);
        PublicationDate? published = passage.Published is { } day ? PublicationDate.Parse(day) : null;
        ArticleHeader header = new(
            article,
            1,
            passage.Title ?? "Untitled",
            passage.Title is null or "Untitled",
            null,
            null,
            published,
            DateOrigin.None,
            null,
            Article.DefaultCollection
        );
        return new StoredPassage(ordinal, new PassageId(article, 1, ordinal), PassageKind.Body, 0, passage.Text, header);
    }
}
