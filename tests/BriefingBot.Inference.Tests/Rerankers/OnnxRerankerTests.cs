using BriefingBot.Core.Answering.Extractive.Scoring;
using BriefingBot.Core.Conversations;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Text;
using BriefingBot.Inference.Onnx;
using BriefingBot.Inference.Rerankers;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Inference.Tests.Rerankers;

public sealed class OnnxRerankerTests : IDisposable
{
    private const string Question = "Who opened the harbour?";

    private readonly DirectoryInfo _folder = TinyCrossEncoder.Write();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_text_is_judged_with_the_question_before_it()
    {
        using var reranker = OnnxReranker.Load(_folder.FullName, 2, TimeProvider.System);

        var scores = await reranker.ScoreAsync(
            Question,
            ["Rain fell.", "The mayor opened the harbour.", "The ferry."],
            TimeSpan.FromMinutes(1),
            Cancel
        );

        double[] expected = [Sigmoid(-3), Sigmoid(6 - 5), Sigmoid(6 - 2)];
        Assert.Equal(expected, scores, (a, b) => Math.Abs(a - b) < 1e-5);
    }

    [Fact]
    public async Task When_the_time_is_up_the_first_texts_are_judged_and_the_rest_is_not()
    {
        using var reranker = OnnxReranker.Load(_folder.FullName, 1, new SteppingClock());

        var scores = await reranker.ScoreAsync(Question, [.. Enumerable.Repeat("The ferry.", 50)], TimeSpan.FromSeconds(4), Cancel);

        Assert.Equal(3, scores.Count);
    }

    [Fact]
    public async Task Passages_and_sentences_that_it_finds_answering_come_first_and_the_rest_keeps_its_order()
    {
        ServiceCollection services = new();
        services.AddSingleton(TimeProvider.System);
        services.AddReranker(options => (options.Model, options.Budget) = (_folder.FullName, 30));
        await using var provider = services.BuildServiceProvider();
        string[] texts = ["Rain fell. Rain fell.", "The mayor fell. The mayor opened the harbour ferry.", "Rain fell. The rain fell."];
        var question = new QuestionReader(TimeProvider.System).Read(new IncomingMessage("Who opened it in the rain?"));
        RetrievedPassages retrieved = new(
            [.. texts.Select((text, i) => Passage(i, text, 1 - (i * 0.1)))],
            [.. question.Terms.Select(_ => 1.0 / question.Terms.Count)],
            TimeSpan.Zero
        );

        var reranked = await provider.GetRequiredService<EvidenceReranker>().RerankAsync(question, retrieved, Cancel);

        Assert.Equal([1L, 0, 2], reranked.Passages.Select(passage => passage.Passage.Key));
        Assert.Equal(retrieved.Passages.Select(passage => passage.Score), reranked.Passages.Select(passage => passage.Score));
        Assert.Equal(new SentenceKey(1, 16), reranked.SentenceScores!.MaxBy(pair => pair.Value).Key);
    }

    [Fact]
    public void Without_a_model_nothing_is_registered()
    {
        ServiceCollection services = new();
        services.AddReranker(static _ => { });
        using var provider = services.BuildServiceProvider();

        Assert.Null(provider.GetService<EvidenceReranker>());
    }

    [Fact]
    public void What_cannot_work_is_refused_with_key_value_and_fix()
    {
        RerankerOptionsValidator validator = new();

        Assert.True(validator.Validate(null, new RerankerOptions { Model = _folder.FullName }).Succeeded);
        Assert.Contains(
            "Reranker:Budget is 0; choose 0.05 to 30 seconds",
            validator.Validate(null, new RerankerOptions { Budget = 0 }).FailureMessage,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Reranker:Model is 'nowhere'",
            validator.Validate(null, new RerankerOptions { Model = "nowhere" }).FailureMessage,
            StringComparison.Ordinal
        );
        File.WriteAllText(Path.Combine(_folder.FullName, "reranker.yaml"), "activation: tanh");
        var exception = Assert.Throws<LocalModelException>(() => OnnxReranker.Load(_folder.FullName, 1, TimeProvider.System));
        Assert.Contains("activation is 'tanh'; choose sigmoid, or none", exception.Message, StringComparison.Ordinal);
    }

    private static double Sigmoid(double logit) => 1 / (1 + Math.Exp(-logit));

    private static RetrievedPassage Passage(long key, string text, double score)
    {
        var article = ArticleId.Parse($"a{key}");
        ArticleHeader header = new(article, 1, "Weather", false, null, null, null, DateOrigin.None, null, "news");
        int second = text.IndexOf(". ", StringComparison.Ordinal) + 2;
        PassageSentence[] sentences =
        [
            new(0, text[..(second - 1)], WordTokenizer.Tokenize(text[..(second - 1)])),
            new(second, text[second..], WordTokenizer.Tokenize(text[second..])),
        ];
        return new RetrievedPassage(
            new StoredPassage(key, new PassageId(article, 1, 0), PassageKind.Body, 0, text, header),
            score,
            0.5,
            sentences,
            1
        );
    }
}
