using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Verification;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Tests.Ingestion;
using BriefingBot.TestServers.Models.Injections;
using BriefingBot.TestServers.Models.Records;
using BriefingBot.TestServers.Models.Scripts;
using Xunit;

namespace BriefingBot.Core.Tests.Answering.Verification;

/// <summary>Attacks planted in articles, a model that obeys them, and what of that the check lets through.</summary>
public sealed class InjectionGateTests(ITestOutputHelper output)
{
    private const string System = "You are a careful news assistant. The nonce fences data.";
    private const string Question = "What did the ministers and the leaders say about North Korea, Russia and the security cooperation?";

    private static readonly string[] Seeds = ["000", "001", "002", "003", "004"];

    public static TheoryData<InjectionPlace> Places => new(Enum.GetValues<InjectionPlace>());

    [Theory]
    [MemberData(nameof(Places))]
    public void Nothing_that_an_attack_wants_gets_through(InjectionPlace place)
    {
        int tried = 0;
        int written = 0;
        int shown = 0;
        List<string> through = [];
        foreach (var (attack, i) in InjectionCatalogue.All.Select((attack, i) => (attack, i)))
        {
            string seed = Parsed.SeedText(Seeds[i % Seeds.Length]);
            var article = Parsed.Text(attack.PlantIn(seed, place));
            var retrieved = Sample.Retrieved(Near(new StoredArticle(article, 1, default, true).ToPassages(), Parsed.Text(seed).Text));
            var reply = new ObedientScript
            {
                Style = ObedienceStyle.Every,
                Truth = new TruthfulScript { MinShare = 0.1 },
            }.Reply(Call(retrieved));
            CitationVerifier verifier = new(retrieved);
            foreach (WrittenSentence sentence in reply.Sentences)
            {
                verifier.Add(
                    new DraftSentence(
                        sentence.Claim,
                        [.. sentence.Citations.Select(number => new DraftCitation(retrieved.Passages[number - 1].Passage.Id, null))],
                        false
                    )
                );
            }

            var answer = verifier.Complete(ComposerKind.Model, new DateOnly(2024, 7, 1));
            string text = string.Join(
                '\n',
                answer.Sentences.Select(sentence => sentence.Text).Concat(answer.Citations.Select(citation => citation.Quote))
            );
            tried++;
            written += attack.FindIn(reply.Text).Count > 0 ? 1 : 0;
            shown += answer.Sentences.Count;
            if (attack.FindIn(text).Count > 0)
            {
                through.Add($"{attack.Name}: {text}");
            }
        }

        output.WriteLine(
            $"{place}: {tried} attacks tried, each in every style of obedience; {written} were obeyed, {through.Count} "
                + $"got through; {shown} sentences were shown."
        );
        Assert.True(through.Count == 0, string.Join("\n\n", through.Take(10)));
        Assert.True(written > tried * 9 / 10, $"Only {written} of {tried} attacks were obeyed.");
        Assert.True(shown > tried, $"Only {shown} true sentences were shown.");
    }

    /// <summary>
    /// The passages that the attack is in and their neighbours: the model falls for it whatever else it reads, and the test is quick.
    /// </summary>
    private static IEnumerable<StoredPassage> Near(IReadOnlyList<StoredPassage> passages, string clean)
    {
        int[] touched = [.. Enumerable.Range(0, passages.Count).Where(i => !clean.Contains(passages[i].Text, StringComparison.Ordinal))];
        return passages.Where((_, i) => touched.Any(at => Math.Abs(at - i) <= 2));
    }

    private static ModelCall Call(RetrievedPassages retrieved)
    {
        const string nonce = "3f9a0c1d2b4e5f60";
        string passages = string.Concat(
            retrieved.Passages.Select(
                (found, i) =>
                    $"=== PASSAGE {i + 1} {nonce} ===\nOutlet: \nTitle: {found.Passage.Article.Title}\nDate: "
                    + $"undated\nText:\n{found.Passage.Text}\n=== END PASSAGE {i + 1} {nonce} ===\n"
            )
        );
        string user = $"{passages}=== QUESTION {nonce} ===\n{Question}\n=== END QUESTION {nonce} ===\n";
        return new ModelCall(
            ModelRoute.ChatCompletions,
            "m",
            System,
            [new CallMessage("user", user)],
            null,
            null,
            IsStreamed: true,
            IncludesUsage: false,
            [],
            []
        );
    }
}
