using System.Text;
using BriefingBot.TestServers.Models.Prompts;
using BriefingBot.TestServers.Models.Scripts;
using BriefingBot.TestServers.Models.Scripts.Falsification;

namespace BriefingBot.Inference.Tests.FakeModelTests;

public sealed class SampleCoverageTests
{
    [Theory]
    [InlineData("How many North Korean soldiers are in the Kursk region?", "8,000")]
    [InlineData("What did Cho and Blinken discuss after Russia and North Korea signed the treaty?", "signed a treaty")]
    [InlineData("What did Yoon and Kishida pledge at the NATO summit?", "pledged to bolster security cooperation")]
    [InlineData("Where did Kim Jong-un see a factory making fighter jets?", "Komsomolsk-on-Amur")]
    public void Real_articles_are_answered_from(string question, string expected)
    {
        ModelReply reply = new TruthfulScript { Wording = Wording.Verbatim }.Reply(
            Calls.Of(PromptText.Of(question, SampleCoverage.Passages))
        );
        Assert.Contains(expected, reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("How tall is the Eiffel Tower?")]
    [InlineData("Who won the tennis final in Melbourne?")]
    public void What_they_do_not_tell_gets_no_answer(string question) =>
        Assert.Equal(ModelPrompt.NoAnswer, new TruthfulScript().Reply(Calls.Of(PromptText.Of(question, SampleCoverage.Passages))).Text);

    [Fact]
    public void Every_way_of_falsifying_finds_many_sentences()
    {
        ModelPrompt prompt = PromptReader.Read(PromptText.Of("", SampleCoverage.Passages));
        WrittenSentence[] truths = [.. prompt.Passages.SelectMany(static passage => SentencesOf(passage))];
        StringBuilder counts = new();
        foreach (Hallucination kind in Enum.GetValues<Hallucination>())
        {
            WrittenSentence[] made =
            [
                .. truths.Select((truth, index) => Falsifier.Apply(truth, kind, prompt, new Random(index))).OfType<WrittenSentence>(),
            ];
            counts.Append($"{kind} {made.Length}; ");
            Assert.True(made.Length >= 10, $"{kind}: {made.Length} of {truths.Length}");
            Assert.All(made, falsified => Assert.DoesNotContain(truths, truth => truth.Text == falsified.Text));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{truths.Length} true sentences: {counts}");
    }

    [Fact]
    public void An_obedient_model_finds_no_orders_in_them()
    {
        string prompt = PromptText.Of("What did Cho and Blinken discuss?", SampleCoverage.Passages);
        Assert.DoesNotContain(new ObedientScript().Reply(Calls.Of(prompt)).Sentences, static sentence => sentence.IsObedient);
    }

    private static IEnumerable<WrittenSentence> SentencesOf(PromptPassage passage) =>
        new TruthfulScript
        {
            Wording = Wording.Verbatim,
            MaxSentences = 20,
            MinShare = 0,
        }
            .Answer(new ModelPrompt("", [passage], [], passage.Text))
            .Sentences;
}
