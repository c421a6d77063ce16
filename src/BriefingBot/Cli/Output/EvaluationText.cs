using System.Globalization;
using BriefingBot.Evaluation;
using BriefingBot.Presentation;
using Spectre.Console;

namespace BriefingBot.Cli.Output;

/// <summary>The scores of an evaluation as a person reads them.</summary>
internal static class EvaluationText
{
    /// <summary>Writes the scores, with <paramref name="verbose"/> also every question that did not come out right.</summary>
    public static void Write(IAnsiConsole console, EvaluationReport report, bool verbose)
    {
        var (ranks, abstention) = (report.Retrieval, report.Abstention);
        console.WriteLine($"{report.Questions} questions, {report.Questions - report.Failures.Count} right");
        console.WriteLine(
            $"retrieval   n {ranks.N}: hit@1 {Rate(ranks.HitAt1)}, hit@5 {Rate(ranks.HitAt5)}, hit@10 "
                + $"{Rate(ranks.HitAt10)}, MRR@10 {Rate(ranks.MrrAt10)}"
        );
        console.WriteLine($"answers     n {report.Answers.N}: accuracy {Rate(report.Answers.Accuracy)}");
        console.WriteLine(
            $"citations   n {report.Citations.N}: right article {Rate(report.Citations.RightArticle)}, verbatim "
                + $"{Rate(report.Citations.VerbatimRate)}, uncited sentences {Rate(report.Citations.UncitedSentenceRate)}"
        );
        console.WriteLine($"evidence    n {report.Evidence.N}: recall {Rate(report.Evidence.Recall)}");
        console.WriteLine(
            $"abstention  unanswerable {abstention.Unanswerable}: refused {Rate(abstention.RefusalRate)}; answerable "
                + $"{abstention.Answerable}: falsely refused {Rate(abstention.FalseRefusalRate)}"
        );
        console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"latency     median {report.LatencyMs.Median:0.0} ms, p95 {report.LatencyMs.P95:0.0} ms"
            )
        );
        console.WriteLine(
            $"follow-ups  n {report.FollowUps.N}: hit@1 {Rate(report.FollowUps.HitAt1)}, MRR@10 "
                + $"{Rate(report.FollowUps.MrrAt10)}, right {report.FollowUps.Right}"
        );
        console.WriteLine(
            $"composers   model {report.Composers.Model}, fell back {report.Composers.Fallbacks}; sentences dropped by "
                + $"the check {Rate(report.Composers.DroppedRate)}"
        );
        if (!verbose)
        {
            return;
        }

        foreach (var result in report.Results.Where(result => !result.Right))
        {
            console.WriteLine();
            console.WriteLine($"{PlainText.OneLine(result.Entry.Id)}: {PlainText.OneLine(result.Entry.Question)}");
            console.WriteLine($"  {(result.Abstained ? "refused" : PlainText.OneLine(result.Answer))}");
        }
    }

    private static string Rate(double? rate) => rate?.ToString("0.000", CultureInfo.InvariantCulture) ?? "none";
}
