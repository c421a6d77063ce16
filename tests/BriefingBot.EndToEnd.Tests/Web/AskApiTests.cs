using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using BriefingBot.EndToEnd.Tests.Bot;

namespace BriefingBot.EndToEnd.Tests.Web;

public sealed class AskApiTests(SampleBot bot)
{
    private const string Question = "Who did Foreign Minister Cho Tae-yul speak with by phone?";
    private static readonly Uri Ask = new("/api/ask", UriKind.Relative);

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_quote_equals_its_slice_of_the_article()
    {
        using var response = await bot.Client.PostAsJsonAsync(Ask, new { question = Question }, CancellationToken);
        var answer = await ReadAsync(response);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var citations = answer.GetProperty("citations").EnumerateArray().ToList();
        Assert.NotEmpty(citations);
        foreach (var citation in citations)
        {
            var article = await bot.GetJsonAsync($"/api/articles/{Uri.EscapeDataString(citation.GetProperty("article").GetString()!)}");
            string text = article.GetProperty("text").GetString()!;
            var passage = article
                .GetProperty("passages")
                .EnumerateArray()
                .Single(passage => passage.GetProperty("id").GetString() == citation.GetProperty("passage").GetString());
            int start = citation.GetProperty("start").GetInt32();
            int end = citation.GetProperty("end").GetInt32();
            Assert.Equal(text[start..end], citation.GetProperty("quote").GetString());
            Assert.InRange(start, passage.GetProperty("start").GetInt32(), end);
            Assert.InRange(end, start, passage.GetProperty("end").GetInt32());
        }
    }

    [Fact]
    public async Task History_and_day_are_taken()
    {
        using var response = await bot.Client.PostAsJsonAsync(
            Ask,
            new
            {
                question = "And what did he call for?",
                history = new[] { Question },
                as_of = "2024-07-01",
            },
            CancellationToken
        );
        var answer = await ReadAsync(response);

        Assert.Equal("2024-07-01", answer.GetProperty("as_of").GetString());
        Assert.NotEqual(answer.GetProperty("question").GetString(), answer.GetProperty("standalone").GetString());
    }

    [Theory]
    [InlineData("", "no \\\"question\\\"")]
    [InlineData("\"question\":\"\"", "empty")]
    [InlineData("\"question\":\" \\u0000 \\u0007 \"", "empty")]
    [InlineData("\"question\":\"of the and\"", "no word")]
    [InlineData("\"question\":\"x\",\"as_of\":\"soon\"", "\\\"as_of\\\" is 'soon'")]
    [InlineData("\"question\":\"x\",\"history\":[null]", "history")]
    [InlineData("\"question\":7", "not the JSON that is expected")]
    [InlineData("\"question\":\"x\",", "not the JSON that is expected")]
    public async Task Bad_input_is_a_problem_that_says_what_to_do(string body, string said)
    {
        using StringContent content = new($"{{{body}}}", Encoding.UTF8, "application/json");
        using var response = await bot.Client.PostAsync(Ask, content, CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await AssertProblemAsync(response, 400, said.Replace("\\\"", "\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_question_of_ten_thousand_characters_is_a_problem_that_names_the_limit()
    {
        using var response = await bot.Client.PostAsJsonAsync(Ask, new { question = new string('x', 10_000) }, CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await AssertProblemAsync(response, 400, "10,000 characters");
    }

    [Theory]
    [InlineData("treaty\u0000\u001b[31m Korea")]
    [InlineData("\"treaty\" NEAR(Korea*) -Russia OR ^title: (")]
    [InlineData("조약 내용은 무엇입니까? treaty")]
    public async Task Odd_characters_are_only_characters(string question)
    {
        using var response = await bot.Client.PostAsJsonAsync(Ask, new { question }, CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused_with_413()
    {
        using var response = await bot.Client.PostAsJsonAsync(Ask, new { question = new string('x', 100_000) }, CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        await AssertProblemAsync(response, 413, "too large");
    }

    [Fact]
    public async Task A_body_that_is_not_json_is_refused_with_415()
    {
        using StringContent content = new("question=hello", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await bot.Client.PostAsync(Ask, content, CancellationToken);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        await AssertProblemAsync(response, 415, "application/json");
    }

    private static async Task AssertProblemAsync(HttpResponseMessage response, int status, string said)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await ReadAsync(response);
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.Contains(said, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", problem.GetRawText(), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response) =>
        await response.Content.ReadFromJsonAsync<JsonElement>(CancellationToken);
}
