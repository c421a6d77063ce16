using System.Text.RegularExpressions;
using BriefingBot.EndToEnd.Tests.Bot;
using Microsoft.Playwright;

namespace BriefingBot.EndToEnd.Tests.Browser;

/// <summary>Asking, following up, and what an answer offers.</summary>
public sealed partial class ConsoleTests(SampleBot bot, ChromiumBrowser browser) : ConsoleTest(bot, browser), IClassFixture<ChromiumBrowser>
{
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
    public async Task Without_scripts_a_question_is_answered_and_the_quote_is_in_view()
    {
        var page = await OpenAsync(
            new BrowserNewContextOptions
            {
                JavaScriptEnabled = false,
                ViewportSize = new ViewportSize { Width = 800, Height = 500 },
            }
        );
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

    [Fact]
    public async Task An_answer_is_copied_with_its_citations_as_Markdown_HTML_and_footnotes()
    {
        var page = await OpenAsync(new BrowserNewContextOptions { Permissions = ["clipboard-read", "clipboard-write"] });
        await page.GotoAsync($"/?q={Uri.EscapeDataString(Question)}");
        string said = Mark().Replace(await page.Locator(".answer .text > span").First.InnerTextAsync(), "");
        await page.GetByText("Copy with citations").ClickAsync();

        string markdown = await CopyAsync(page, "Markdown");
        string html = await CopyAsync(page, "HTML");
        string footnotes = await CopyAsync(page, "Footnotes");

        string reader = Regex.Escape(new Uri(Bot.Server.Address, "/articles/").ToString());
        Assert.Contains(said, footnotes, StringComparison.Ordinal);
        Assert.Matches(new Regex($@" \[\\\[1\\\]\]\({reader}[^()\s]+\)", RegexOptions.None, TimeSpan.FromSeconds(1)), markdown);
        Assert.Matches(new Regex($@"\n1\. \[.+\]\({reader}", RegexOptions.None, TimeSpan.FromSeconds(1)), markdown);
        Assert.Matches(new Regex($@"<sup><a href=""{reader}[^""]+"">\[1\]</a></sup>", RegexOptions.None, TimeSpan.FromSeconds(1)), html);
        Assert.Matches(new Regex($@"\n\[1\] “.+”, .+, {reader}\S+", RegexOptions.None, TimeSpan.FromSeconds(1)), footnotes);
    }

    [Fact]
    public async Task A_source_is_shown_as_it_was_read_and_one_click_sets_it_aside()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/?q=According+to+Lee+Jung-joo,+what+did+Cho+Tae-yul+and+Blinken+discuss");
        string only = await page.Locator(".chips").InnerTextAsync();
        string[] sources = [.. await page.Locator(".sources .headline").AllInnerTextsAsync()];

        await page.GetByRole(AriaRole.Link, new() { Name = "Any source" }).ClickAsync();
        await Assertions.Expect(page.Locator(".chips span")).ToHaveTextAsync("Any source");
        string[] anyones = [.. await page.Locator(".sources .headline").AllInnerTextsAsync()];

        Assert.StartsWith("Only by Lee Jung-joo", only, StringComparison.Ordinal);
        Assert.Equal(["S. Korea, US, Japan concur on 'stern' response to NK-Russia arms deal"], sources);
        Assert.True(anyones.Length > 1, string.Join('\n', anyones));
    }

    [Fact]
    public async Task Articles_are_found_as_one_types_and_by_author_date_and_the_lack_of_one()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/articles");
        var headlines = page.Locator("#results .headline");
        Assert.Equal(5, await headlines.CountAsync());

        await page.GetByLabel("Search the articles").PressSequentiallyAsync("security coop");
        await Assertions.Expect(headlines).ToHaveCountAsync(1);
        Assert.Contains("vow security cooperation", await headlines.InnerTextAsync(), StringComparison.Ordinal);
        Assert.EndsWith("/articles?q=security+coop", page.Url, StringComparison.Ordinal);

        await page.GetByLabel("Search the articles").FillAsync("");
        await page.GetByLabel("Undated only").CheckAsync();
        await Assertions.Expect(page.Locator("#results .aside")).ToContainTextAsync("of 2,");
        await page.GetByLabel("Undated only").UncheckAsync();
        await page.GetByLabel("From").FillAsync("2024-01-01");
        await page.GetByLabel("To", new() { Exact = true }).FillAsync("2024-03-01");
        await Assertions.Expect(headlines).ToHaveCountAsync(1);

        await page.GotoAsync("/articles?q=treaty&source=choi+si-young");
        await Assertions.Expect(page.Locator("#results")).ToContainTextAsync("No article matches.");
        await page.GotoAsync("/articles?source=choi+si-young&offset=abc");
        Assert.Contains("Allies say Kim", await headlines.InnerTextAsync(), StringComparison.Ordinal);
        await page.GotoAsync("/articles?from=21.6.2024");
        Assert.Contains("is not a day: write it as 2024-06-21", await page.Locator(".error").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_is_shown_as_it_was_read_and_one_click_sets_it_aside()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/?q=What+did+Yoon+and+Kishida+pledge+at+the+NATO+summit+in+July+2024");
        string read = await page.Locator(".chips").InnerTextAsync();
        string kept = await page.Locator(".answer").InnerTextAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Any time" }).ClickAsync();
        await page.Locator(".chips").GetByText("Only July 2024").WaitForAsync();
        string aside = await page.Locator(".answer").InnerTextAsync();
        await page.Locator(".chips").GetByText("Only July 2024").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Any time" }).WaitForAsync();

        const string warning = "undated and may be from another time";
        Assert.StartsWith("July 2024", read, StringComparison.Ordinal);
        Assert.Contains(warning, kept, StringComparison.Ordinal);
        Assert.DoesNotContain(warning, aside, StringComparison.Ordinal);
        Assert.Contains(warning, await page.Locator(".answer").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_empty_page_offers_questions_that_the_newest_coverage_answers()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/");

        await page.Locator(".examples a").First.ClickAsync();
        await page.Locator(".answer .text").First.WaitForAsync();

        Assert.Contains("What is known about", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Esc_takes_away_what_was_checked_until_another_sentence_is_looked_at()
    {
        var page = await OpenAsync();
        await page.GotoAsync($"/?q={Uri.EscapeDataString(Question)}");
        const string shown =
            "getComputedStyle(document.querySelector('.sentence'), '::after').content !== 'none' && "
            + "getComputedStyle(document.querySelector('.sentence'), '::after').display !== 'none'";

        await page.Locator(".sentence .cite").First.FocusAsync();
        bool before = await page.EvaluateAsync<bool>(shown);
        await page.Keyboard.PressAsync("Escape");
        bool after = await page.EvaluateAsync<bool>(shown);
        await page.Locator("#question").FocusAsync();
        await page.Locator(".sentence .cite").First.FocusAsync();

        Assert.Equal((true, false, true), (before, after, await page.EvaluateAsync<bool>(shown)));
    }

    private static async Task<string> CopyAsync(IPage page, string form)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = $"Copy {form}" }).ClickAsync();
        await page.Locator("button[data-copy]", new() { HasTextString = "Copied" }).First.WaitForAsync();
        return await page.EvaluateAsync<string>("navigator.clipboard.readText()");
    }

    [GeneratedRegex("(\\[\\d+\\])+$", RegexOptions.None, 1000)]
    private static partial Regex Mark();

    [GeneratedRegex("/articles/[^?]+\\?revision=\\d+&start=\\d+&end=\\d+#p\\d+$", RegexOptions.None, 1000)]
    private static partial Regex ReaderAddress();
}
