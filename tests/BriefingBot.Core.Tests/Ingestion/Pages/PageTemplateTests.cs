using System.Text.Json;
using BriefingBot.Core.Coverage;
using Xunit;

namespace BriefingBot.Core.Tests.Ingestion.Pages;

/// <summary>Real articles, printed as pages of five templates, come back with their fields and words and without the furniture.</summary>
public sealed class PageTemplateTests(ITestOutputHelper output) : IDisposable
{
    private const int Articles = 300;

    private static readonly string[] Authors =
    [
        "Jane Doe",
        "John Q. Smith",
        "María García",
        "Lee Jung-joo",
        "Ludwig van der Berg",
        "Siobhán O'Neill",
    ];

    private readonly CoverageFolder _coverage = new();

    public void Dispose() => _coverage.Dispose();

    [Fact]
    public async Task Pages_give_their_articles_back()
    {
        string? file = Repository.SharedFile("eval", "news-dev", "articles.jsonl");
        Assert.SkipWhen(file is null, "Needs eval/news-dev/articles.jsonl: set BRIEFINGBOT_SHARED to the folder that holds eval/.");
        var articles = File.ReadLines(file!)
            .Where((_, i) => i % 7 == 3)
            .Select(Read)
            .Where(article => article.Paragraphs.Count >= 3)
            .Take(Articles)
            .ToList();
        for (int i = 0; i < articles.Count; i++)
        {
            _coverage.Add($"p{i:D3}.html", PageTemplate.Render(i % PageTemplate.Count, articles[i]));
        }

        var report = await _coverage.IndexAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Articles, articles.Count);
        Assert.Empty(report.Failed);
        int[] right = new int[PageTemplate.Count];
        (long words, long kept) = (0, 0);
        (int furniture, int gone) = (0, 0);
        for (int i = 0; i < articles.Count; i++)
        {
            var (expected, read) = (articles[i], _coverage.Store.Articles[ArticleId.Parse($"p{i:D3}")].Article);
            bool fields =
                read.Title == expected.Title
                && read.Published?.Day.ToString("yyyy-MM-dd", null) == expected.Published
                && read.Byline == expected.Byline
                && (read.Outlet == OutletNames.Known.Canonical(expected.Outlet) || read.Outlet == OutletNames.Known.OfUrl(expected.Url));
            right[i % PageTemplate.Count] += fields ? 1 : 0;
            if (!fields)
            {
                output.WriteLine(
                    $"template {i % PageTemplate.Count}: '{read.Title}' / '{expected.Title}', {read.Published}, "
                        + $"{read.Byline}, {read.Outlet}"
                );
            }

            var (all, lost) = Lost(expected, read);
            words += all;
            kept += all - lost;
            if (lost * 10 > all)
            {
                output.WriteLine($"template {i % PageTemplate.Count}: {lost} of {all} words of '{expected.Title}' lost");
            }

            string page = PageTemplate.Render(i % PageTemplate.Count, expected);
            foreach (
                string line in PageTemplate.Furniture.Where(line =>
                    page.Contains(line, StringComparison.Ordinal)
                    && !expected.Paragraphs.Any(paragraph => paragraph.Contains(line, StringComparison.Ordinal))
                )
            )
            {
                furniture++;
                gone += read.Text.Contains(line, StringComparison.Ordinal) ? 0 : 1;
            }
        }

        string figures =
            $"fields right {string.Join(", ", right)} of {Articles / PageTemplate.Count} each; words kept {kept} of "
            + $"{words}; furniture gone {gone} of {furniture}";
        output.WriteLine(figures);
        Assert.True(right.Sum() >= Articles * 0.98 && kept >= words * 0.99 && gone >= furniture * 0.99, figures);
    }

    private static PageArticle Read(string line, int number)
    {
        var article = Parsed.Json(line);
        using var record = JsonDocument.Parse(line);
        string url = record.RootElement.GetProperty("url").GetString()!;
        var body = article
            .Passages.Where(passage => passage.Kind == PassageKind.Body)
            .SelectMany(passage => article.Text[passage.Start..passage.End].Split("\n\n"));
        return new PageArticle(
            article.Title,
            Authors[number % Authors.Length],
            article.Published!.Value.Day.ToString("yyyy-MM-dd", null),
            OutletNames.Known.OfUrl(url) ?? "The Daily Example",
            url,
            [.. body.Where(paragraph => !paragraph.StartsWith('•'))]
        );
    }

    private static (int All, int Lost) Lost(PageArticle expected, Article read)
    {
        var left = Words(read.Text).CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        int all = 0;
        int lost = 0;
        foreach (string word in expected.Paragraphs.SelectMany(Words))
        {
            all++;
            if (left.TryGetValue(word, out int count) && count > 0)
            {
                left[word] = count - 1;
            }
            else
            {
                lost++;
            }
        }

        return (all, lost);
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
