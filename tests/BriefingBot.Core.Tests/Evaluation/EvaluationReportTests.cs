using BriefingBot.Evaluation;
using Xunit;

namespace BriefingBot.Core.Tests.Evaluation;

public sealed class EvaluationReportTests
{
    [Fact]
    public void Counts_hits_by_rank()
    {
        var retrieval = EvaluationReport
            .Of([
                Result("a", rank: 1),
                Result("b", rank: 4),
                Result("c", rank: 10),
                Result("d", rank: 11),
                Result("e", rank: 0),
                Result("f"),
            ])
            .Retrieval;

        Assert.Equal(5, retrieval.N);
        Assert.Equal((0.2, 0.4, 0.6), (retrieval.HitAt1, retrieval.HitAt5, retrieval.HitAt10));
        Assert.Equal((1 + 0.25 + 0.1) / 5, retrieval.MrrAt10!.Value, 9);
    }

    [Fact]
    public void Puts_right_and_wrong_refusals_side_by_side()
    {
        var abstention = EvaluationReport
            .Of([
                Result("a", abstain: true, abstained: true),
                Result("b", abstain: true),
                Result("c", abstained: true),
                Result("d"),
                Result("e"),
                Result("f"),
            ])
            .Abstention;

        Assert.Equal(
            (2, 0.5, 4, 0.25),
            (abstention.Unanswerable, abstention.RefusalRate, abstention.Answerable, abstention.FalseRefusalRate)
        );
    }

    [Fact]
    public void Counts_answers_citations_and_evidence_where_a_question_asks_for_them()
    {
        var report = EvaluationReport.Of([
            Result("a", answer: true, citation: true, evidence: 1, sentences: 3, quotes: 3, verbatim: 3),
            Result("b", answer: false, citation: false, evidence: 0.5, sentences: 1, uncited: 1, quotes: 1, verbatim: 0),
            Result("c"),
        ]);

        Assert.Equal(3, report.Questions);
        Assert.Equal((2, 0.5), (report.Answers.N, report.Answers.Accuracy));
        Assert.Equal(
            (4, 0.5, 0.75, 0.25),
            (report.Citations.N, report.Citations.RightArticle, report.Citations.VerbatimRate, report.Citations.UncitedSentenceRate)
        );
        Assert.Equal((2, 0.75), (report.Evidence.N, report.Evidence.Recall));
    }

    [Fact]
    public void Failures_are_the_questions_that_did_not_get_what_they_ask_for()
    {
        var report = EvaluationReport.Of([
            Result("right", answer: true, citation: true, evidence: 0.5),
            Result("wrong answer", answer: false),
            Result("wrong article", citation: false),
            Result("no evidence", evidence: 0),
            Result("refused", abstained: true, answer: true),
            Result("refused rightly", abstain: true, abstained: true),
            Result("not refused", abstain: true),
        ]);

        Assert.Equal(["wrong answer", "wrong article", "no evidence", "refused", "not refused"], report.Failures);
    }

    [Fact]
    public void Latencies_are_percentiles_of_what_was_measured()
    {
        var latency = EvaluationReport
            .Of([.. Enumerable.Range(1, 100).Reverse().Select(ms => Result($"q{ms}", milliseconds: ms))])
            .LatencyMs;
        Assert.Equal((50, 95), (latency.Median, latency.P95));
        Assert.Equal((7, 7), Of(7));

        static (double, double) Of(double milliseconds) =>
            EvaluationReport.Of([Result("one", milliseconds: milliseconds)]).LatencyMs is var one ? (one.Median, one.P95) : default;
    }

    [Fact]
    public void Where_nothing_was_counted_there_is_no_rate()
    {
        var report = EvaluationReport.Of([Result("a")]);
        Assert.Null(report.Retrieval.HitAt1);
        Assert.Null(report.Answers.Accuracy);
        Assert.Null(report.Citations.VerbatimRate);
        Assert.Null(report.Evidence.Recall);
        Assert.Null(report.Abstention.RefusalRate);
        Assert.Equal(0, report.Abstention.FalseRefusalRate);
    }

    private static QuestionResult Result(
        string id,
        bool abstain = false,
        bool abstained = false,
        int? rank = null,
        bool? answer = null,
        bool? citation = null,
        double? evidence = null,
        int sentences = 0,
        int uncited = 0,
        int quotes = 0,
        int verbatim = 0,
        double milliseconds = 1
    ) =>
        new(
            new QuestionSetEntry
            {
                Id = id,
                Question = "Who?",
                Abstain = abstain,
            },
            abstained,
            rank,
            answer,
            citation,
            evidence,
            sentences,
            uncited,
            quotes,
            verbatim,
            TimeSpan.FromMilliseconds(milliseconds),
            ""
        );
}
