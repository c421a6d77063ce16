using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Verification;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Tests.Ingestion;
using BriefingBot.TestServers.Models.Prompts;
using BriefingBot.TestServers.Models.Scripts;
using BriefingBot.TestServers.Models.Scripts.Falsification;
using Xunit;

namespace BriefingBot.Core.Tests.Answering.Verification;

/// <summary>
/// True sentences about the samples pass the check, and falsified ones do not. The benchmark <c>verifier-corruptions</c> has the figures
/// over whole coverages.
/// </summary>
public sealed class CorruptionTests(ITestOutputHelper output)
{
    private static readonly ModelPrompt Prompt;
    private static readonly RetrievedPassages Retrieved;
    private static readonly WrittenSentence[] Truths;

    static CorruptionTests()
    {
        StoredPassage[] passages =
        [
            .. new[] { "000", "001", "002", "003", "004" }.SelectMany(prefix =>
                new StoredArticle(Parsed.Seed(prefix), 1, default, true).ToPassages().Where(passage => passage.Kind == PassageKind.Body)
            ),
        ];
        Retrieved = Sample.Retrieved(passages);
        Prompt = PromptOf("");
        Truths =
        [
            .. from wording in new[] { Wording.Verbatim, Wording.Quoted, Wording.Rephrased }
            from passage in passages
            from sentence in new TruthfulScript { Wording = wording, MaxSentences = 2 }
                .Answer(PromptOf(passage.Text))
                .Sentences
            select sentence,
        ];
    }

    [Fact]
    public void True_sentences_pass()
    {
        WrittenSentence[] fallen = [.. Truths.Where(sentence => !Passes(sentence, out _))];
        int dropped = fallen.Length;

        output.WriteLine($"{dropped} of {Truths.Length} true sentences were dropped.");
        Assert.True(Truths.Length >= 150);
        Assert.True(
            dropped <= Truths.Length * 3 / 100,
            string.Join('\n', fallen.Select(sentence => $"{sentence.Claim} <- {sentence.Source}"))
        );
    }

    [Theory]
    [InlineData(Hallucination.WrongNumber)]
    [InlineData(Hallucination.WrongDate)]
    [InlineData(Hallucination.InventedName)]
    [InlineData(Hallucination.SwappedName)]
    [InlineData(Hallucination.SwappedCitation)]
    [InlineData(Hallucination.MissingPassage)]
    [InlineData(Hallucination.AlteredQuote)]
    [InlineData(Hallucination.InventedQuote)]
    [InlineData(Hallucination.NoCitation)]
    [InlineData(Hallucination.InventedLink)]
    [InlineData(Hallucination.Negation)]
    public void Falsified_sentences_do_not(Hallucination kind)
    {
        Random dice = new(20240621);
        WrittenSentence[] falsified =
        [
            .. Truths.Select(sentence => Falsifier.Apply(sentence, kind, Prompt, dice)).OfType<WrittenSentence>(),
        ];

        WrittenSentence[] passed = [.. falsified.Where(sentence => Passes(sentence, out bool moved) && !moved)];

        output.WriteLine($"{kind}: {falsified.Length - passed.Length} of {falsified.Length} caught.");
        Assert.True(falsified.Length >= 30);
        Assert.True(
            passed.Length <= falsified.Length * 3 / 100,
            string.Join('\n', passed.Take(10).Select(sentence => $"{sentence.Text} <- {sentence.Source}"))
        );
    }

    private static bool Passes(WrittenSentence sentence, out bool moved)
    {
        DraftCitation[] citations = [.. sentence.Citations.Select(number => new DraftCitation(PassageOf(number), null))];
        CitationVerifier verifier = new(Retrieved);
        var verified = verifier.Add(new DraftSentence(sentence.Claim, citations, false));
        var shown = verifier.SoFar().Citations;
        moved = verified is not null && !shown.Any(citation => citations.Any(draft => draft.Passage == citation.Passage));
        return verified is not null;
    }

    private static ModelPrompt PromptOf(string question) =>
        new(
            "",
            [
                .. Retrieved.Passages.Select(
                    (found, i) =>
                        new PromptPassage(i + 1, "The article", found.Passage.Article.Title, "undated", IsNewest: false, found.Passage.Text)
                ),
            ],
            [],
            question
        );

    private static PassageId PassageOf(int number) =>
        number <= Retrieved.Passages.Count
            ? Retrieved.Passages[number - 1].Passage.Id
            : new PassageId(ArticleId.Parse("no-such-article"), 1, number);
}
