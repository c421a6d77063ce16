using Xunit;

namespace BriefingBot.Core.Tests.Ingestion.Cleaning;

/// <summary>Furniture is learned from what the articles of one outlet share.</summary>
public sealed class FurnitureCensusTests : IDisposable
{
    private readonly CoverageFolder _coverage = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _coverage.Dispose();

    [Fact]
    public async Task A_line_that_many_articles_of_an_outlet_share_is_furniture_whatever_it_says()
    {
        _coverage
            .Add("a.jsonl", Lines("The Daily Example", 10, "Buy a gold card and read in peace."))
            .Add("b.jsonl", Lines("The Other Paper", 3, "Buy a gold card and read in peace."));

        await _coverage.IndexAsync(Cancel);

        Assert.All(Texts("The Daily Example"), text => Assert.DoesNotContain("gold card", text, StringComparison.Ordinal));
        Assert.All(Texts("The Other Paper"), text => Assert.Contains("gold card", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Copies_of_one_story_are_no_furniture()
    {
        _coverage.Add(
            "a.jsonl",
            string.Concat(
                Enumerable
                    .Range(0, 12)
                    .Select(i =>
                        $"{{\"id\":\"c{i}\",\"outlet\":\"The Daily Example\",\"title\":\"Version {i}\",\"text\":\"The "
                        + $"council opened a new bridge over the river on Thursday.\\n\\nIt is long.\"}}\n"
                    )
            )
        );

        await _coverage.IndexAsync(Cancel);

        Assert.All(Texts("The Daily Example"), text => Assert.Contains("new bridge", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lines_that_say_who_wrote_an_article_and_when_stay()
    {
        _coverage.Add("a.jsonl", Lines("The Daily Example", 10, "By Jane Doe\\n\\nJune 3, 2021", above: true));

        await _coverage.IndexAsync(Cancel);

        Assert.All(
            _coverage.Store.Articles.Values,
            indexed => Assert.Equal(("Jane Doe", "2021-06-03"), (indexed.Article.Byline, indexed.Article.Published?.ToString()))
        );
    }

    private IEnumerable<string> Texts(string outlet) =>
        _coverage.Store.Articles.Values.Where(indexed => indexed.Article.Outlet == outlet).Select(indexed => indexed.Article.Text);

    private static string Lines(string outlet, int count, string shared, bool above = false) =>
        string.Concat(
            Enumerable
                .Range(0, count)
                .Select(i =>
                {
                    string story = $"Story number {i} of this paper is told here in one long sentence that nobody else prints.";
                    return $"{{\"id\":\"{outlet[4]}{i}\",\"outlet\":\"{outlet}\",\"title\":\"Title "
                        + $"{i}\",\"text\":\"{(above ? $"{shared}\\n\\n{story}" : $"{story}\\n\\n{shared}\\n\\nIt ends with sentence {i}.")}\"}}\n";
                })
        );
}
