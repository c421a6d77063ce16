using BriefingBot.EndToEnd.Tests.Bot;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace BriefingBot.EndToEnd.Tests.Browser;

public sealed class KeptAnswerPageTests(SampleBot bot, ChromiumBrowser browser) : IClassFixture<ChromiumBrowser>
{
    private const string Question = "What does the treaty between Russia and North Korea say will happen if one of them is invaded?";

    [Theory]
    [InlineData(ColorScheme.Light, 1000)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task An_answer_is_kept_with_a_button_and_its_link_shows_the_same_after_a_reload(ColorScheme scheme, int width)
    {
        var page = await browser.OpenAsync(
            new BrowserNewContextOptions
            {
                BaseURL = bot.Server.Address.ToString(),
                ColorScheme = scheme,
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
                Permissions = ["clipboard-read", "clipboard-write"],
            }
        );
        await page.GotoAsync("/");
        await page.GetByLabel("Your question").FillAsync(Question);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep a link to this answer" }).WaitForAsync();
        string given = await page.Locator(".answer .text").First.InnerTextAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Keep a link to this answer" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy the link" }).ClickAsync();
        await page.Locator("button[data-copy]", new() { HasTextString = "Copied" }).WaitForAsync();
        string copied = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = PictureFolder.PathOf($"kept-{width}.png"), FullPage = true });
        await page.ReloadAsync();

        Assert.Equal(page.Url, copied);
        Assert.Equal(given, await page.Locator(".answer .text").First.InnerTextAsync());
        Assert.Empty((await page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {violation.Help}"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }
}
