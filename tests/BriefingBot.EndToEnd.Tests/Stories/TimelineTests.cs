using System.Net;
using BriefingBot.EndToEnd.Tests.Bot;

namespace BriefingBot.EndToEnd.Tests.Stories;

/// <summary>When a topic or a story was reported, as the console shows it.</summary>
public sealed class TimelineTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_topic_has_a_dot_a_report_and_a_mark_where_the_figure_is_another_than_before()
    {
        using TemporaryFolder folder = new();
        Report(folder, "a", "2024-06-03", "The Daily Example", "two", "Helicopters brought drinking water to the hill villages.");
        Report(folder, "b", "2024-06-04", "Harrow Post", "two", "Schools stayed closed in the lower town.");
        Report(folder, "c", "2024-06-05", "The Daily Example", "five", "The mayor asked the coast towns for help.");
        Report(folder, "d", "2024-06-06", "Coast Wire", "five", "Trains were to run again on Friday.");
        folder.Write(
            "news/undated.md",
            "---\ntitle: Harrow floods remembered\n---\n\nHarrow floods are remembered in a book that the town library "
                + "published this year.\n"
        );
        await using var server = await BotServer.StartAsync(CancellationToken, "--coverage", folder["news"], "--data", folder["data"]);
        await server.WaitUntilReadyAsync(CancellationToken);

        string page = await GetAsync("/timeline?topic=Harrow+floods");
        string empty = await GetAsync("/timeline");
        string nothing = await GetAsync("/timeline?topic=zeppelins");
        using var unknown = await server.Client.GetAsync(new Uri("/timeline?story=s99", UriKind.Relative), CancellationToken);

        Assert.Equal(4, Count(page, "<circle"));
        Assert.Equal(1, Count(page, "<mark>"));
        Assert.Contains("two people → five people", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("Undated", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("June 3, 2024", StringComparison.Ordinal) < page.LastIndexOf("June 6, 2024", StringComparison.Ordinal));
        Assert.DoesNotContain("<circle", empty, StringComparison.Ordinal);
        Assert.Contains("Nothing in the coverage about that", nothing, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);

        string latest = await GetAsync("/latest");
        string story = latest.Split("/timeline?story=")[1].Split('"')[0];
        Assert.Equal(4, Count(await GetAsync($"/timeline?story={story}"), "<circle"));

        Task<string> GetAsync(string address) => server.Client.GetStringAsync(new Uri(address, UriKind.Relative), CancellationToken);
    }

    private static void Report(TemporaryFolder folder, string name, string day, string outlet, string toll, string more) =>
        folder.Write(
            $"news/{name}.md",
            $"---\ntitle: Harrow floods kill {toll}, rescuers say\ndate: {day}\noutlet: {outlet}\n---\n\nFloods in "
                + $"Harrow killed {toll} people after the river Wend broke its banks, rescuers said.\n\n{more}\n"
        );

    private static int Count(string page, string what) => page.Split(what).Length - 1;
}
