using BriefingBot.Evaluation;

namespace BriefingBot.EndToEnd.Tests.Answers;

public sealed class EvaluationRunnerTests(InventedNewsroom news) : IClassFixture<InventedNewsroom>
{
    [Fact]
    public async Task Scores_what_comes_back_by_what_must()
    {
        QuestionSet set = new([
            new()
            {
                Id = "right",
                Question = "How many passengers of the Brakewater ferry were rescued?",
                ContainsAll = ["212"],
                Articles = ["ferry"],
                Evidence = ["All 212 passengers were rescued."],
            },
            new()
            {
                Id = "wrong-text",
                Question = "How many passengers of the Brakewater ferry were rescued?",
                ContainsAll = ["212", "unicorns"],
                Articles = ["ferry"],
            },
            new()
            {
                Id = "wrong-article",
                Question = "How many passengers of the Brakewater ferry were rescued?",
                ContainsAny = ["212"],
                Articles = ["nowhere"],
            },
            new()
            {
                Id = "forbidden",
                Question = "How many passengers of the Brakewater ferry were rescued?",
                ArticlesNot = ["ferry"],
            },
            new()
            {
                Id = "folded",
                Question = "How many books did readers give the Arnfield library?",
                ContainsAny = ["nothing", "30000 BOOKS"],
            },
            new()
            {
                Id = "follow-up",
                Question = "And who was the captain blamed by it?",
                History = ["What did the inquiry into the ferry accident say?"],
                ContainsAny = ["Brandt"],
            },
            new()
            {
                Id = "off-topic",
                Question = "Who won the chess tournament in Reykjavik?",
                Abstain = true,
            },
            new()
            {
                Id = "empty",
                Question = "what is it?",
                Abstain = true,
            },
            new()
            {
                Id = "not-refused",
                Question = "How many passengers of the Brakewater ferry were rescued?",
                Abstain = true,
            },
            new()
            {
                Id = "early",
                Question = "What did Captain Hugo Brandt of the Brakewater ferry do?",
                AsOf = new DateOnly(2024, 5, 31),
                Articles = ["ferry"],
                ArticlesNot = ["ferry-inquiry"],
            },
        ]);
        List<int> progress = [];

        var report = await news.Newsroom.EvaluateAsync(set, new Collector(progress));

        Assert.Equal(["wrong-text", "wrong-article", "forbidden", "not-refused"], report.Failures);
        Assert.Equal(Enumerable.Range(1, set.Entries.Count), progress);
        Assert.Equal(set.Entries.Count, report.Questions);
        Assert.Equal((4, 0.75), (report.Retrieval.N, report.Retrieval.HitAt1));
        Assert.Equal((1.0, 0.0), (report.Citations.VerbatimRate, report.Citations.UncitedSentenceRate));
        Assert.Equal((1, 1.0), (report.Evidence.N, report.Evidence.Recall));
        Assert.Equal((3, 7), (report.Abstention.Unanswerable, report.Abstention.Answerable));
        Assert.Equal(0, report.Abstention.FalseRefusalRate);
        Assert.Empty(await news.Newsroom.Store.ListGapsAsync(10, TestContext.Current.CancellationToken));
    }

    private sealed class Collector(List<int> reports) : IProgress<int>
    {
        public void Report(int value) => reports.Add(value);
    }
}
