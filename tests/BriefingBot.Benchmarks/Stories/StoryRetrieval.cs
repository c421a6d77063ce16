using System.Globalization;
using BriefingBot.Core.Conversations;
using BriefingBot.Core.Retrieval;
using BriefingBot.Evaluation;
using BriefingBot.Inference.Encoders;
using Microsoft.Extensions.Options;

namespace BriefingBot.Benchmarks.Stories;

/// <summary>
/// Retrieval over a grouped index, without and with the limit on what one story may take: what it finds, and how many stories are heard.
/// </summary>
internal static class StoryRetrieval
{
    private const int Top = 10;

    public static async Task RunAsync(string questions, string data, CancellationToken cancellationToken)
    {
        using var index = await StoryIndex.OpenAsync(data, cancellationToken);
        using var encoder = ShippedEncoder.Load();
        QuestionReader reader = new(TimeProvider.System);
        foreach (bool limited in (bool[])[false, true])
        {
            HybridRetriever retriever = new(
                index.Coverage,
                encoder,
                index.Calibrations,
                Options.Create(new RetrievalOptions()),
                TimeProvider.System,
                limited ? index.Stories : null
            );
            (int asked, int first, int ten, double ranks, int stories, int alone, int places) = (0, 0, 0, 0, 0, 0, 0);
            foreach (
                var entry in (await QuestionSet.ReadAsync(questions, cancellationToken)).Entries.Where(entry =>
                    entry.Articles is { Count: > 0 }
                )
            )
            {
                var question = reader.Read(new IncomingMessage(entry.Question) { History = entry.History, AsOf = entry.AsOf });
                var found = (await retriever.RetrieveAsync(question, cancellationToken)).Passages;
                var articles = found.Select(passage => passage.Passage.Article.Id).Distinct().ToList();
                int rank = articles.FindIndex(article => entry.Articles!.Contains(article.Value));
                var storyOf = await index.Stories.FindStoriesAsync(articles, cancellationToken);
                int heard = found.Take(Top).Select(passage => storyOf[passage.Passage.Article.Id]).Distinct().Count();
                asked++;
                first += rank == 0 ? 1 : 0;
                ten += rank is >= 0 and < Top ? 1 : 0;
                ranks += rank is >= 0 and < Top ? 1.0 / (rank + 1) : 0;
                stories += heard;
                alone += heard == 1 ? 1 : 0;
                places += found.GroupBy(passage => storyOf[passage.Passage.Article.Id]).Max(story => story.Count());
            }

            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(limited ? "limited" : "without a limit")}: hit@1 {(double)first / asked:F3}, hit@10 "
                        + $"{(double)ten / asked:F3}, MRR@10 {ranks / asked:F3} of {asked}; stories among the first ten "
                        + $"passages {(double)stories / asked:F2} in the mean, one alone in {alone}; most passages of one "
                        + $"story {(double)places / asked:F1} in the mean"
                )
            );
        }
    }
}
