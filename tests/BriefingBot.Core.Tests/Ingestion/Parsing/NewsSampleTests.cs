using System.Text.Json;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion.Cleaning;
using Xunit;

namespace BriefingBot.Core.Tests.Ingestion.Parsing;

/// <summary>Invariants over a sample of a few thousand real pages, where that evaluation data is at hand.</summary>
public sealed class NewsSampleTests
{
    private const int Every = 16;

    [Fact]
    public void Real_pages_keep_their_words_and_lose_furniture_only()
    {
        string? file = Repository.SharedFile("eval", "news-dev", "articles.jsonl");
        Assert.SkipWhen(file is null, "Needs eval/news-dev/articles.jsonl: set BRIEFINGBOT_SHARED to the folder that holds eval/.");

        int articles = 0;
        int whole = 0;
        foreach (string line in File.ReadLines(file!).Where((_, i) => i % Every == 0))
        {
            var article = Parsed.Json(line);
            string raw = JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!;
            string[] words = Words(raw);
            int lost = Lost(words, Words(article.Text));
            int furniture = ArticleCleaner.Clean(raw).Furniture.Sum(dropped => Words(dropped).Length);

            Assert.All(article.Passages, passage => Assert.False(string.IsNullOrWhiteSpace(article.Text[passage.Start..passage.End])));
            Assert.All(article.Passages, passage => Assert.True(passage.Kind != PassageKind.Body || passage.End - passage.Start < 6000));
            Assert.True(lost <= furniture + 2, $"{article.Id} lost {lost} words, {furniture} of them furniture.");
            articles++;
            whole += lost * 20 <= words.Length ? 1 : 0;
        }

        Assert.True(articles > 100);
        Assert.True(whole >= articles * 0.95, $"{whole} of {articles} articles kept 95 % of their words.");
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static int Lost(string[] source, string[] kept)
    {
        var left = kept.CountBy(word => word).ToDictionary();
        int lost = 0;
        foreach (string word in source)
        {
            if (left.TryGetValue(word, out int count) && count > 0)
            {
                left[word] = count - 1;
            }
            else
            {
                lost++;
            }
        }

        return lost;
    }
}
