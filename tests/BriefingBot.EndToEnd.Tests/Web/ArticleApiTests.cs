using System.Net;
using BriefingBot.EndToEnd.Tests.Bot;

namespace BriefingBot.EndToEnd.Tests.Web;

public sealed class ArticleApiTests(SampleBot bot)
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_list_pages_through_all_articles_undated_last()
    {
        var first = await bot.GetJsonAsync("/api/articles?limit=3");
        var second = await bot.GetJsonAsync("/api/articles?offset=3&limit=3");

        Assert.Equal((5, 5), (first.GetProperty("total").GetInt32(), second.GetProperty("total").GetInt32()));
        var all = first.GetProperty("articles").EnumerateArray().Concat(second.GetProperty("articles").EnumerateArray()).ToList();
        Assert.Equal(5, all.Select(article => article.GetProperty("id").GetString()).Distinct().Count());
        var dates = all.Select(article => article.GetProperty("published").GetString()).ToList();
        Assert.Equal(dates.OrderBy(date => date is null), dates);
    }

    [Fact]
    public async Task An_article_has_the_fields_of_the_design_and_passages_inside_its_text()
    {
        string id = (await bot.GetJsonAsync("/api/articles?limit=1")).GetProperty("articles")[0].GetProperty("id").GetString()!;

        var article = await bot.GetJsonAsync($"/api/articles/{Uri.EscapeDataString(id)}");

        Assert.Equal(
            [
                "id",
                "title",
                "title_derived",
                "outlet",
                "byline",
                "published",
                "updated",
                "ingested",
                "date_origin",
                "url",
                "collection",
                "revision",
                "text",
                "passages",
            ],
            article.EnumerateObject().Select(property => property.Name)
        );
        int length = article.GetProperty("text").GetString()!.Length;
        var passages = article.GetProperty("passages").EnumerateArray().ToList();
        Assert.NotEmpty(passages);
        Assert.All(
            passages,
            passage =>
            {
                Assert.Equal(["id", "kind", "start", "end"], passage.EnumerateObject().Select(property => property.Name));
                Assert.Contains(passage.GetProperty("kind").GetString(), (string[])["headline", "byline", "body", "caption"]);
                Assert.True(
                    0 <= passage.GetProperty("start").GetInt32()
                        && passage.GetProperty("start").GetInt32() < passage.GetProperty("end").GetInt32()
                        && passage.GetProperty("end").GetInt32() <= length
                );
            }
        );
    }

    [Theory]
    [InlineData("/api/articles/nothing-like-this", HttpStatusCode.NotFound)]
    [InlineData("/api/articles/%20", HttpStatusCode.BadRequest)]
    [InlineData("/api/articles?offset=-1", HttpStatusCode.BadRequest)]
    [InlineData("/api/articles?limit=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/articles?limit=101", HttpStatusCode.BadRequest)]
    [InlineData("/api/articles?limit=many", HttpStatusCode.BadRequest)]
    [InlineData("/api/latest?count=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/nothing", HttpStatusCode.NotFound)]
    [InlineData("/api/ask", HttpStatusCode.MethodNotAllowed)]
    public async Task What_is_not_there_is_a_problem(string address, HttpStatusCode expected)
    {
        using var response = await bot.Client.GetAsync(new Uri(address, UriKind.Relative), CancellationToken);

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Latest_gives_one_entry_a_story()
    {
        var latest = await bot.GetJsonAsync("/api/latest?count=2");
        var about = await bot.GetJsonAsync("/api/latest?topic=NATO");

        Assert.Equal(2, latest.GetProperty("entries").GetArrayLength());
        Assert.InRange(about.GetProperty("entries").GetArrayLength(), 1, 4);
        Assert.Equal("NATO", about.GetProperty("topic").GetString());
    }

    [Fact]
    public async Task Ids_with_slashes_and_marks_are_found_by_their_encoded_form()
    {
        using TemporaryFolder folder = new();
        string[] ids = ["https://example.org/a?b=1#c", "100% sure/2024", "x%2Fy"];
        string lines = string.Join(
            '\n',
            ids.Select(id =>
                System.Text.Json.JsonSerializer.Serialize(
                    new
                    {
                        id,
                        title = "Council opens bridge",
                        text = $"The council opened the bridge on Thursday. It took {id.Length} years to build the bridge over the river.",
                    }
                )
            )
        );
        folder.Write("news/all.jsonl", lines);
        await using var server = await BotServer.StartAsync(CancellationToken, "--coverage", folder["news"], "--data", folder["data"]);
        await server.WaitUntilReadyAsync(CancellationToken);

        foreach (string id in ids)
        {
            string json = await server.Client.GetStringAsync(
                new Uri($"/api/articles/{Uri.EscapeDataString(id)}", UriKind.Relative),
                CancellationToken
            );
            Assert.Equal(id, System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("id").GetString());
            using var page = await server.Client.GetAsync(
                new Uri($"/articles/{Uri.EscapeDataString(id)}", UriKind.Relative),
                CancellationToken
            );
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }
    }
}
