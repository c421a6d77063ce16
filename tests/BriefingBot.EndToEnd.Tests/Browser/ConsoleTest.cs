using BriefingBot.EndToEnd.Tests.Bot;
using Microsoft.Playwright;

namespace BriefingBot.EndToEnd.Tests.Browser;

/// <summary>The console of a running bot in a real browser.</summary>
public abstract class ConsoleTest(SampleBot bot, ChromiumBrowser browser)
{
    private protected const string Question =
        "What does the treaty between Russia and North Korea say will happen if one of them is invaded?";

    private protected SampleBot Bot { get; } = bot;

    private protected ChromiumBrowser Browser { get; } = browser;

    private protected Task<IPage> OpenAsync(BrowserNewContextOptions? options = null)
    {
        options ??= new BrowserNewContextOptions();
        options.BaseURL = Bot.Server.Address.ToString();
        return Browser.OpenAsync(options);
    }

    private protected static Task<bool> IsInViewAsync(IPage page, string selector) =>
        page.EvaluateAsync<bool>(
            "selector => { const box = document.querySelector(selector).getBoundingClientRect(); return box.top >= 0 "
                + "&& box.bottom <= innerHeight; }",
            selector
        );
}
