using System.Text.RegularExpressions;
using BriefingBot.EndToEnd.Tests.Architecture;
using BriefingBot.EndToEnd.Tests.Bot;
using Microsoft.Playwright;

namespace BriefingBot.EndToEnd.Tests.Browser;

/// <summary>The pictures of the README that are taken of the console as it is.</summary>
public sealed partial class ScreenshotTests(SampleBot bot, ChromiumBrowser browser) : IClassFixture<ChromiumBrowser>
{
    private const string Question = "What does the treaty between Russia and North Korea say will happen if one of them is invaded?";

    [Fact]
    public async Task Pictures_of_the_console_are_taken()
    {
        var page = await browser.OpenAsync(
            new BrowserNewContextOptions
            {
                BaseURL = bot.Server.Address.ToString(),
                ViewportSize = new ViewportSize { Width = 1000, Height = 640 },
                ColorScheme = ColorScheme.Light,
            }
        );

        await page.GotoAsync("/");
        await page.GetByLabel("Your question").FillAsync(Question);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask" }).ClickAsync();
        await page.Locator(".answer .cite").First.WaitForAsync();
        byte[] answer = await TakeAsync(page, "answer.png");
        await page.Locator(".answer .cite").First.ClickAsync();
        await page.Locator("#quote").WaitForAsync();
        byte[] quote = await TakeAsync(page, "quote.png");

        Assert.All([answer, quote], static picture => Assert.True(picture.Length > 10_000));
        Assert.NotEqual(answer, quote);
    }

    [Fact]
    public async Task The_README_shows_the_pictures_that_are_there_and_no_others()
    {
        string text = await File.ReadAllTextAsync(Path.Combine(ProjectFile.Repository, "README.md"), TestContext.Current.CancellationToken);

        Assert.Equal(
            Directory
                .EnumerateFiles(Path.Combine(ProjectFile.Repository, "docs", "images"))
                .Select(static file => $"docs/images/{Path.GetFileName(file)}")
                .Order(StringComparer.Ordinal),
            Picture().Matches(text).Select(static picture => picture.Groups[1].Value).Order(StringComparer.Ordinal)
        );
    }

    private static Task<byte[]> TakeAsync(IPage page, string name) =>
        page.ScreenshotAsync(
            new PageScreenshotOptions
            {
                Path = PictureFolder.PathOf(name),
                Animations = ScreenshotAnimations.Disabled,
                Caret = ScreenshotCaret.Hide,
            }
        );

    [GeneratedRegex(@"!\[[^\]]+\]\(([^)]+)\)", RegexOptions.None, 1000)]
    private static partial Regex Picture();
}
