using Microsoft.Playwright;

namespace BriefingBot.EndToEnd.Tests.Browser;

/// <summary>Debian's Chromium under Playwright. Without it the tests are skipped on a developer's machine and fail in CI.</summary>
public sealed class ChromiumBrowser : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Array.Find(Places, File.Exists) is { } executable)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(
                new BrowserTypeLaunchOptions { ExecutablePath = executable, Args = Arguments }
            );
        }
    }

    /// <summary>A page of its own context.</summary>
    public async Task<IPage> OpenAsync(BrowserNewContextOptions options)
    {
        if (_browser is null)
        {
            const string reason = "Chromium is not installed: apt-get install chromium.";
            if (Environment.GetEnvironmentVariable("CI") == "true")
            {
                Assert.Fail(reason);
            }

            Assert.Skip(reason);
        }

        var context = await _browser.NewContextAsync(options);
        context.SetDefaultTimeout(60_000);
        Assertions.SetDefaultExpectTimeout(60_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }
}
