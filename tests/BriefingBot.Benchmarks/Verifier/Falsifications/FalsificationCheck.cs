using System.Diagnostics;
using BriefingBot.Benchmarks.Verifier.Claims;
using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Verification;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.TestServers.Models.Scripts.Falsification.Twists;

namespace BriefingBot.Benchmarks.Verifier.Falsifications;

/// <summary>
/// Sentences of news, true ones word for word and shortened, and falsified in every way of <see cref="Twist"/>, put to the check against
/// the twelve first passages of their article. A third of the articles is held back from tuning.
/// </summary>
internal static class FalsificationCheck
{
    private const int Passages = 12;
    private const int SentencesPerArticle = 14;

    /// <summary>Runs until enough of every kind were tried, or the articles are used up.</summary>
    /// <param name="path">A JSONL file of articles.</param>
    /// <param name="enough">So many of a kind are tried on what is held back, and twice as many on the rest.</param>
    /// <param name="verbose">Prints the sentences that were judged wrongly, held back ones excepted.</param>
    public static void Run(string path, int enough, bool verbose)
    {
        foreach (var strictness in Enum.GetValues<Strictness>())
        {
            SortedDictionary<string, FalsificationTally> twisted = new(StringComparer.Ordinal);
            SortedDictionary<string, FalsificationTally> kept = new(StringComparer.Ordinal);
            double reading = 0;
            double again = 0;
            int checks = 0;
            foreach (var (id, retrieved) in NewsPassages.Read(path, Passages))
            {
                bool heldBack = Halves.IsLastThird(id);
                CitationVerifier verifier = new(retrieved, strictness);
                foreach (var (kind, claim, source, passage) in SentencesOf(retrieved, id))
                {
                    var tallies = kind is null ? kept : twisted;
                    string key = kind?.ToString() ?? (claim == source ? "word for word" : "shortened");
                    var tally = tallies.TryGetValue(key, out var known) ? known : tallies[key] = new FalsificationTally();
                    if (tally.Count(heldBack) >= (heldBack ? 1 : 2) * enough * (kind is null ? 5 : 1))
                    {
                        continue;
                    }

                    int dropped = verifier.Dropped;
                    DraftSentence sentence = new(claim, [new DraftCitation(passage.Id, null)], false);
                    long started = Stopwatch.GetTimestamp();
                    bool isDropped = verifier.Add(sentence) is null;
                    reading += Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                    started = Stopwatch.GetTimestamp();
                    verifier.Add(sentence);
                    again += Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                    checks++;
                    tally.Add(heldBack, isDropped);
                    if (verbose && !heldBack && isDropped == kind is null)
                    {
                        string reason = isDropped
                            ? verifier.Complete(ComposerKind.Model, default).DroppedSentences[dropped].Reason.ToString()
                            : "shown";
                        Console.WriteLine($"{key} {reason}: {claim}\n    for: {source}");
                    }
                }
            }

            Console.WriteLine($"\n{strictness, -22}{"tuned on", 8}{"dropped", 9}{"held back", 12}{"dropped", 9}");
            foreach (var (key, tally) in kept.Concat(twisted))
            {
                Console.WriteLine($"{key, -22}{tally}");
            }

            Console.WriteLine(
                $"{reading / Math.Max(1, checks):F2} ms a sentence, reading its passages included; {again / Math.Max(1, checks):F2} ms "
                    + $"once they are read; {checks} sentences"
            );
        }
    }

    private static IEnumerable<(Twist? Kind, string Claim, string Source, StoredPassage Passage)> SentencesOf(
        RetrievedPassages retrieved,
        string id
    )
    {
        Random dice = new(id.Aggregate(17, (seed, unit) => unchecked((seed * 31) + unit)));
        int count = 0;
        foreach (var found in retrieved.Passages)
        {
            string[] sentences = [.. found.Sentences.Select(sentence => sentence.Text.ReplaceLineEndings(" "))];
            foreach (string sentence in sentences.Where(IsProse))
            {
                if (count++ >= SentencesPerArticle)
                {
                    yield break;
                }

                yield return (null, sentence, sentence, found.Passage);
                if (Compression.Apply(sentence) is { } shorter)
                {
                    yield return (null, shorter, sentence, found.Passage);
                }

                foreach (var kind in Enum.GetValues<Twist>())
                {
                    if (
                        Twister.Apply(sentence, sentences, kind, dice) is { } twisted
                        && !sentences.Contains(twisted, StringComparer.Ordinal)
                    )
                    {
                        yield return (kind, twisted, sentence, found.Passage);
                    }
                }
            }
        }
    }

    private static bool IsProse(string sentence) =>
        sentence.Length is > 50 and < 300 && sentence.EndsWith('.') && char.IsUpper(sentence[0]);
}
