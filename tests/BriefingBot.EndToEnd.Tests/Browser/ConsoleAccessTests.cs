using BriefingBot.EndToEnd.Tests.Bot;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace BriefingBot.EndToEnd.Tests.Browser;

/// <summary>The console by keyboard, on a phone, for screen readers, and behind its content policy.</summary>
public sealed class ConsoleAccessTests(SampleBot bot, ChromiumBrowser browser) : ConsoleTest(bot, browser), IClassFixture<ChromiumBrowser>
{
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
        var page = await OpenAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = 360, Height = 740 },
                ColorScheme = scheme,
            }
        );
        string article = (await Bot.GetJsonAsync("/api/articles?limit=1")).GetProperty("articles")[0].GetProperty("id").GetString()!;

        foreach (
            string address in (string[])
                [
                    "/",
                    $"/?q={Uri.EscapeDataString(Question)}",
                    "/?q=Who+won+the+chess+tournament+in+Reykjavik",
                    "/latest",
                    "/articles",
                    $"/articles/{article}",
                    "/status",
                    "/nothing",
                ]
        )
        {
            await page.GotoAsync(address);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 360"), $"{address} scrolls sideways.");
        }
    }

    [Fact]
    public async Task Nothing_is_loaded_from_elsewhere_and_nothing_breaks_the_content_policy()
    {
        var page = await OpenAsync();
        List<string> foreign = [];
        List<string> complaints = [];
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(Bot.Server.Address.ToString(), StringComparison.Ordinal))
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

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task No_page_fails_what_axe_looks_for(ColorScheme scheme)
    {
        var page = await OpenAsync(new BrowserNewContextOptions { ColorScheme = scheme });
        string article = (await Bot.GetJsonAsync("/api/articles?limit=1")).GetProperty("articles")[0].GetProperty("id").GetString()!;
        List<string> found = [];
        foreach (
            string address in (string[])
                [
                    "/",
                    $"/?q={Uri.EscapeDataString(Question)}",
                    "/?q=Who+won+the+chess+tournament+in+Reykjavik",
                    "/?q=What+did+Yoon+say+about+the+treaty+this+week",
                    "/latest",
                    "/timeline?topic=treaty",
                    "/articles",
                    $"/articles/{article}",
                    "/corrections",
                    "/status",
                    "/nothing",
                ]
        )
        {
            await page.GotoAsync(address);
            foreach (var details in await page.Locator("details").AllAsync())
            {
                await details.EvaluateAsync("element => element.open = true");
            }

            found.AddRange(
                (await page.RunAxe()).Violations.Select(violation =>
                    $"{address}: {violation.Id}: {violation.Help}: {violation.Nodes.FirstOrDefault()?.Html}"
                )
            );
        }

        Assert.Empty(found);
    }
}
