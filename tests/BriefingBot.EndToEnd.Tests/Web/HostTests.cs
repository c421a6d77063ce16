using System.Diagnostics;
using System.Net;
using System.Text.Json;
using BriefingBot.EndToEnd.Tests.Bot;

namespace BriefingBot.EndToEnd.Tests.Web;

public sealed class HostTests(SampleBot bot)
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task Probes_answer(string address)
    {
        using var response = await bot.Client.GetAsync(new Uri(address, UriKind.Relative), CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task The_api_describes_itself()
    {
        var paths = (await bot.GetJsonAsync("/openapi/v1.json")).GetProperty("paths").EnumerateObject().Select(path => path.Name).ToList();

        Assert.Superset(
            new HashSet<string>(["/api/ask", "/api/articles", "/api/articles/{id}", "/api/latest", "/healthz", "/readyz"]),
            paths.ToHashSet()
        );
        Assert.DoesNotContain("/", paths);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example:80")]
    public async Task A_foreign_host_name_is_refused(string host)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(bot.Server.Address, "/api/articles"));
        request.Headers.Host = host;
        using var response = await bot.Client.SendAsync(request, CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("AllowedHosts", await response.Content.ReadAsStringAsync(CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/site.css")]
    [InlineData("/api/articles")]
    [InlineData("/nothing")]
    public async Task Every_response_keeps_the_page_to_itself(string address)
    {
        using var response = await bot.Client.GetAsync(new Uri(address, UriKind.Relative), CancellationToken);

        string policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task The_longest_question_in_any_script_fits_into_the_address_of_a_page()
    {
        string question = string.Concat(Enumerable.Repeat("조약 ", 660)) + "treaty";

        using var response = await bot.Client.GetAsync(
            new Uri($"/?q={Uri.EscapeDataString(question)}", UriKind.Relative),
            CancellationToken
        );

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_page_says_what_is_wrong_with_a_question()
    {
        using var response = await bot.Client.GetAsync(new Uri("/?q=of+the", UriKind.Relative), CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("role=\"alert\"", await response.Content.ReadAsStringAsync(CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_cannot_bring_markup_into_a_page()
    {
        using TemporaryFolder folder = new();
        folder.Write(
            "news/all.jsonl",
            JsonSerializer.Serialize(
                new
                {
                    id = "x\"><script>alert(1)</script>",
                    title = "<script>alert(2)</script> opens \"bridge\"",
                    outlet = "<b>Outlet</b>",
                    url = "https://example.org/\"><script>alert(3)</script>",
                    text = "The council opened the <img src=x onerror=alert(4)> bridge on Thursday after years of work. It is long.",
                }
            )
        );
        await using var server = await BotServer.StartAsync(CancellationToken, "--coverage", folder["news"], "--data", folder["data"]);
        await server.WaitUntilReadyAsync(CancellationToken);

        foreach (
            string address in (string[])
                [
                    "/",
                    "/latest",
                    "/articles",
                    "/status",
                    "/articles/" + Uri.EscapeDataString("x\"><script>alert(1)</script>"),
                    "/?q=%3Cscript%3Ebridge%3C/script%3E",
                ]
        )
        {
            string page = await server.Client.GetStringAsync(new Uri(address, UriKind.Relative), CancellationToken);
            Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<b>", page, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task SIGTERM_ends_the_console_cleanly_within_five_seconds()
    {
        using TemporaryFolder folder = new();
        await using var server = await BotServer.StartAsync(CancellationToken, "--coverage", SampleBot.Seeds, "--data", folder["data"]);
        await server.WaitUntilReadyAsync(CancellationToken);
        var watch = Stopwatch.StartNew();

        await BotProcess.TerminateAsync(server.Process, CancellationToken);
        await server.Process.WaitForExitAsync(CancellationToken);

        Assert.Equal(0, server.Process.ExitCode);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task An_address_in_use_is_said_in_one_line_and_ends_with_1()
    {
        using TemporaryFolder folder = new();

        var result = await BotProcess.RunAsync(
            "serve",
            "--urls",
            bot.Server.Address.GetLeftPart(UriPartial.Authority),
            "--coverage",
            SampleBot.Seeds,
            "--data",
            folder["data"]
        );

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(
            result.Error.Split('\n'),
            line => line.StartsWith("error: ", StringComparison.Ordinal) && line.Contains("in use", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("crit: ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_coverage_that_does_not_exist_ends_the_console_with_2()
    {
        using TemporaryFolder folder = new();

        var result = await BotProcess.RunAsync(
            "serve",
            "--urls",
            "http://127.0.0.1:0",
            "--coverage",
            folder["nowhere"],
            "--data",
            folder["data"]
        );

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(
            result.Error.Split('\n'),
            line => line.StartsWith("error: ", StringComparison.Ordinal) && line.Contains("nowhere", StringComparison.Ordinal)
        );
    }
}
