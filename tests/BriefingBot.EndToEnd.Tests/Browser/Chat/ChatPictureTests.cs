using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace BriefingBot.EndToEnd.Tests.Browser.Chat;

/// <summary>The picture of an answer in a chat: what the bot posted to the fake Slack, drawn as a client would.</summary>
public sealed partial class ChatPictureTests(SlackNewsroom newsroom, ChromiumBrowser browser)
    : IClassFixture<SlackNewsroom>,
        IClassFixture<ChromiumBrowser>
{
    [Fact]
    public async Task Picture_of_a_chat_shows_every_word_that_the_bot_posted()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var (slack, channel, reader) = (newsroom.Slack, newsroom.Channel, newsroom.Reader);
        var page = await browser.OpenAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = 1000, Height = 640 },
                ColorScheme = ColorScheme.Light,
            }
        );

        var question = slack.World.Mention(reader, channel, "Who did Foreign Minister Cho Tae-yul speak with by phone about the treaty?");
        var answer = await slack.Record.WaitForAnswerAsync(question, cancellationToken: cancellationToken);
        var further = slack.World.Reply(reader, question, "And what does the treaty say will happen if one of them is invaded?");
        var second = await slack.Record.WaitForAnswerAsync(further, cancellationToken: cancellationToken);
        await page.SetContentAsync(ChatPage.Of(channel, slack.Bot, [question, answer, further, second]));
        byte[] picture = await page.ScreenshotAsync(new PageScreenshotOptions { Path = PictureFolder.PathOf("chat.png"), FullPage = true });

        Assert.True(picture.Length > 10_000);
        Assert.Contains("Blinken", answer.VisibleText, StringComparison.Ordinal);
        Assert.Contains("without delay", second.VisibleText, StringComparison.Ordinal);
        string shown = Spaces().Replace(await page.Locator("body").InnerTextAsync(), " ");
        Assert.All(
            new[] { answer, second }.SelectMany(static message => Plain(message.VisibleText)),
            line => Assert.Contains(line, shown, StringComparison.Ordinal)
        );
    }

    /// <summary>The lines of a posted text without the signs that mark it up.</summary>
    private static IEnumerable<string> Plain(string posted) =>
        posted
            .Split('\n')
            .Select(static line => Link().Replace(line, "$1$2"))
            .Select(static line =>
                WebUtility.HtmlDecode(line.Replace("\\", "", StringComparison.Ordinal).Replace("*", "", StringComparison.Ordinal))
            )
            .Select(static line => Spaces().Replace(line, " ").Trim())
            .Where(static line => line.Length > 0);

    [GeneratedRegex(@"(?<!\\)\[((?:[^\[\]\\]|\\.)+)\]\(https?:[^)]+\)|<https?:[^|>]+\|([^>]+)>", RegexOptions.None, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
