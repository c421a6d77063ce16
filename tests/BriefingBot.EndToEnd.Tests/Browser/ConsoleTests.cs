using System.Text.RegularExpressions;
using BriefingBot.EndToEnd.Tests.Bot;
using Microsoft.Playwright;

namespace BriefingBot.EndToEnd.Tests.Browser;

public sealed partial class ConsoleTests(SampleBot bot, ChromiumBrowser browser) : IClassFixture<ChromiumBrowser>
{
    private const string Question = "What does the treaty between Russia and North Korea say will happen if one of them is invaded?";

    [Fact]
    public async Task A_question_is_answered_without_a_reload_and_its_citation_opens_the_marked_quote_in_view()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/");
        await page.EvaluateAsync("window.stayed = true");

        await page.GetByLabel("Your question").FillAsync(Question);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask" }).ClickAsync();
        var sentence = page.Locator(".answer .text > span").Last;
        await sentence.WaitForAsync();
        string said = Mark().Replace(await sentence.InnerTextAsync(), "");
        bool stayed = await page.EvaluateAsync<bool>("window.stayed === true");
        await sentence.Locator(".cite").First.ClickAsync();
        await page.Locator("#quote").WaitForAsync();

        Assert.True(stayed);
        Assert.Matches(ReaderAddress(), page.Url);
        Assert.Contains(said, string.Concat(await page.Locator("mark").AllInnerTextsAsync()), StringComparison.Ordinal);
        Assert.True(await IsInViewAsync(page, "#quote"));
    }

    [Fact]
    public async Task The_keyboard_alone_asks_and_opens_a_citation()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/");

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync(Question);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".answer .text").First.WaitForAsync();
        await Assertions.Expect(page.Locator("#asked")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("cite", await page.EvaluateAsync<string>("document.activeElement.className"));
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#quote").WaitForAsync();

        Assert.True(await IsInViewAsync(page, "#quote"));
    }

    [Fact]
    public async Task The_skip_link_is_the_first_stop_of_the_keyboard()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/latest");

        await page.Keyboard.PressAsync("Tab");
        string first = await page.EvaluateAsync<string>("document.activeElement.className");
        await page.Keyboard.PressAsync("Enter");

        Assert.Equal("skip", first);
        Assert.Equal("main", await page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task No_page_scrolls_sideways_on_a_phone(ColorScheme scheme)
    {
        var page = await OpenAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 360, Height = 740 }, ColorScheme = scheme });
        string article = (await bot.GetJsonAsync("/api/articles?limit=1")).GetProperty("articles")[0].GetProperty("id").GetString()!;

        foreach (string address in (string[])["/", $"/?q={Uri.EscapeDataString(Question)}", "/?q=Who+won+the+chess+tournament+in+Reykjavik", "/latest", "/articles", $"/articles/{article}", "/status", "/nothing"])
        {
            await page.GotoAsync(address);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 360"), $"{address} scrolls sideways.");
        }
    }

    [Fact]
    public async Task Without_scripts_a_question_is_answered_and_the_quote_is_in_view()
    {
        var page = await OpenAsync(new BrowserNewContextOptions { JavaScriptEnabled = false, ViewportSize = new ViewportSize { Width = 800, Height = 500 } });
        await page.GotoAsync("/");

        await page.GetByLabel("Your question").FillAsync(Question);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask" }).ClickAsync();
        await page.Locator(".answer .cite").First.ClickAsync();
        var box = await page.Locator("#quote").BoundingBoxAsync();

        Assert.NotNull(box);
        Assert.InRange(box.Y, 0, 500 - box.Height);
    }

    [Fact]
    public async Task A_follow_up_keeps_the_conversation_and_back_returns_to_the_first_answer()
    {
        var page = await OpenAsync();
        await page.GotoAsync($"/?q={Uri.EscapeDataString("Who did Foreign Minister Cho speak with by phone?")}");

        await page.GetByLabel("Ask a follow-up").FillAsync("And what did he call for?");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".thread").WaitForAsync();
        string thread = await page.Locator(".thread").InnerTextAsync();
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator(".thread")).ToHaveCountAsync(0);

        Assert.Contains("Who did Foreign Minister Cho speak with by phone?", thread, StringComparison.Ordinal);
        Assert.Equal("Who did Foreign Minister Cho speak with by phone?", await page.Locator("h1").InnerTextAsync());
    }

    [Fact]
    public async Task Nothing_is_loaded_from_elsewhere_and_nothing_breaks_the_content_policy()
    {
        var page = await OpenAsync();
        List<string> foreign = [];
        List<string> complaints = [];
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(bot.Server.Address.ToString(), StringComparison.Ordinal))
            {
                foreign.Add(request.Url);
            }
        };
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                complaints.Add(message.Text);
            }
        };

        foreach (string address in (string[])["/", $"/?q={Uri.EscapeDataString(Question)}", "/latest", "/articles", "/status"])
        {
            await page.GotoAsync(address);
        }

        Assert.Empty(foreign);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task A_refusal_offers_the_nearest_articles_and_the_status_page_keeps_the_question()
    {
        const string beyond = "Which pianist won the competition in Warsaw?";
        var page = await OpenAsync();

        await page.GotoAsync($"/?q={Uri.EscapeDataString(beyond)}");
        string refusal = await page.Locator(".refusal").InnerTextAsync();
        await page.GotoAsync("/status");

        Assert.Equal("The coverage does not say.", refusal);
        Assert.Contains(beyond.TrimEnd('?'), await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    private Task<IPage> OpenAsync(BrowserNewContextOptions? options = null)
    {
        options ??= new BrowserNewContextOptions();
        options.BaseURL = bot.Server.Address.ToString();
        return browser.OpenAsync(options);
    }

    private static Task<bool> IsInViewAsync(IPage page, string selector) => page.EvaluateAsync<bool>(
        "selector => { const box = document.querySelector(selector).getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }", selector);

    [GeneratedRegex("(\\[\\d+\\])+$", RegexOptions.None, 1000)]
    private static partial Regex Mark();

    [GeneratedRegex("/articles/[^?]+\\?revision=\\d+&start=\\d+&end=\\d+#p\\d+$", RegexOptions.None, 1000)]
    private static partial Regex ReaderAddress();
}
