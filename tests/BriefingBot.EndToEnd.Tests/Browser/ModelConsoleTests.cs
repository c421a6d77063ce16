using BriefingBot.EndToEnd.Tests.Bot;
using BriefingBot.TestServers.Models;
using BriefingBot.TestServers.Models.Scripts;
using Microsoft.Playwright;

namespace BriefingBot.EndToEnd.Tests.Browser;

/// <summary>The console with a language model: what a reader sees while an answer is written, and of its check.</summary>
public sealed class ModelConsoleTests(ChromiumBrowser browser) : IClassFixture<ChromiumBrowser>, IAsyncLifetime
{
    private const string Question = "What did Russia and North Korea agree in their treaty?";
    private const string Invented = "The two sides also signed 4,711 contracts worth 99 billion euros.";
    private readonly TemporaryFolder _folder = new();
    private FakeModel _model = null!;
    private BotServer _server = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _model = await FakeModel.StartAsync(cancellationToken: Cancel);
        _model.Script = new TruthfulScript { Wording = Wording.Rephrased };
        Dictionary<string, string> environment = new()
        {
            ["BRIEFINGBOT__Model__Provider"] = "OpenAI",
            ["BRIEFINGBOT__Model__BaseUrl"] = _model.OpenAiAddress.ToString(),
            ["BRIEFINGBOT__Model__Model"] = "fake-large",
            ["BRIEFINGBOT__Model__Timeout"] = "60",
        };
        _server = await BotServer.StartAsync(environment, Cancel, "--coverage", SampleBot.Seeds, "--data", _folder["data"]);
        await _server.WaitUntilReadyAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _model.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_first_checked_sentence_is_read_while_the_rest_is_written_and_stays_as_it_was()
    {
        _model.Gate.Close();
        _model.Gate.ReleaseUntil(written => written.Count(unit => unit == ']') >= 2);
        var page = await OpenAsync();

        await AskAsync(page);
        var first = page.Locator("article[aria-busy] .sentence").First;
        string early = await first.InnerTextAsync();
        string writing = await page.Locator("article .writing").InnerTextAsync();
        bool goingOn = _model.Record.Exchanges.Any(exchange => !exchange.IsEnded);
        _model.Gate.Open();
        await page.Locator("#asked").WaitForAsync();

        Assert.True(goingOn);
        Assert.Equal("Writing and checking…", writing);
        Assert.Equal(early, await page.Locator(".answer .sentence").First.InnerTextAsync());
        Assert.True(await page.Locator(".answer .sentence").CountAsync() > 1);
        Assert.Contains("Written by a language model", await page.Locator(".stamp").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_checked_shows_on_hover_and_on_focus()
    {
        var page = await OpenAsync();
        await AskAsync(page);
        await page.Locator("#asked").WaitForAsync();
        await page.Mouse.MoveAsync(0, 0);

        string before = await CheckAsync(page);
        await page.Locator(".answer .sentence").First.HoverAsync();
        string hovered = await CheckAsync(page);
        await page.Mouse.MoveAsync(0, 0);
        string left = await CheckAsync(page);
        await page.Locator(".answer .sentence .cite").First.FocusAsync();
        string focused = await CheckAsync(page);

        Assert.Equal(("none", "none"), (before, left));
        Assert.Contains("Checked [1]", hovered, StringComparison.Ordinal);
        Assert.Equal(hovered, focused);
    }

    [Fact]
    public async Task A_sentence_that_was_left_out_is_shown_with_the_reason_to_who_wants_to_know()
    {
        _model.Script = new DelegateScript(call => Append(new TruthfulScript { Wording = Wording.Rephrased }.Reply(call)));
        var page = await OpenAsync();

        await AskAsync(page);
        await page.GetByText("1 sentence was left out").ClickAsync();
        string dropped = await page.Locator(".dropped li").InnerTextAsync();

        Assert.DoesNotContain("4,711", string.Concat(await page.Locator(".answer .text").AllInnerTextsAsync()), StringComparison.Ordinal);
        Assert.Matches(@"The two sides also signed .*\w", dropped);
        Assert.Contains("did not pass the check", await page.Locator(".stamp").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_changes_between_prose_and_quotes_of_the_same_question()
    {
        var page = await OpenAsync();
        await AskAsync(page);
        string prose = await page.Locator(".stamp").InnerTextAsync();

        await page.GetByText("Show it as quotes from the articles").ClickAsync();
        var back = page.GetByText("Show it as written by the language model");
        await back.WaitForAsync();
        string quotes = await page.Locator(".stamp").InnerTextAsync();
        string question = await page.Locator("#asked").InnerTextAsync();
        await back.ClickAsync();
        await page.GetByText("Show it as quotes from the articles").WaitForAsync();

        Assert.Contains("Written by a language model", prose, StringComparison.Ordinal);
        Assert.Contains("Quotes checked against the articles", quotes, StringComparison.Ordinal);
        Assert.Equal(Question, question);
        Assert.Single(_model.Record.Calls);
    }

    [Fact]
    public async Task Without_scripts_the_same_answer_comes_at_once()
    {
        var page = await browser.OpenAsync(
            new BrowserNewContextOptions { BaseURL = _server.Address.ToString(), JavaScriptEnabled = false }
        );

        await AskAsync(page);

        Assert.Contains("Written by a language model", await page.Locator(".stamp").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await page.GetByText("Show it as quotes from the articles").CountAsync());
    }

    private static ModelReply Append(ModelReply truth) => ModelReply.Of([.. truth.Sentences, WrittenSentence.Marked(Invented, "", 1)]);

    private static Task<string> CheckAsync(IPage page) =>
        page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.answer .sentence'), '::after').content");

    private static async Task AskAsync(IPage page)
    {
        await page.GotoAsync("/");
        await page.GetByLabel("Your question").FillAsync(Question);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask" }).ClickAsync();
    }

    private Task<IPage> OpenAsync() => browser.OpenAsync(new BrowserNewContextOptions { BaseURL = _server.Address.ToString() });
}
