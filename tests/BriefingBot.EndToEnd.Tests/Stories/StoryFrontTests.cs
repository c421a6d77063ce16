using BriefingBot.EndToEnd.Tests.Bot;

namespace BriefingBot.EndToEnd.Tests.Stories;

/// <summary>Stories on the command line, in the API and in the console.</summary>
public sealed class StoryFrontTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Latest_on_the_command_line_names_the_other_reports_of_a_story()
    {
        using TemporaryFolder folder = new();
        folder.Write("news/news.jsonl", CanalNews.Lines);
        string[] where = ["--coverage", folder["news"], "--data", folder["data"]];

        var json = (await BotProcess.RunAsync(["latest", "--json", .. where])).Json;
        string text = (await BotProcess.RunAsync(["latest", .. where])).Output;

        var entry = json.GetProperty("entries").EnumerateArray().Single(entry => entry.GetProperty("article").GetString() == "times");
        var story = entry.GetProperty("story");
        Assert.Matches("^s[0-9]+$", story.GetProperty("id").GetString());
        Assert.Equal(
            ["Brakewater Times", "Evening Post", "Daily Herald"],
            story.GetProperty("outlets").EnumerateArray().Select(outlet => outlet.GetString())
        );
        Assert.Equal(["AP"], story.GetProperty("wires").EnumerateArray().Select(wire => wire.GetString()));
        Assert.Equal(2, story.GetProperty("independent_sources").GetInt32());
        Assert.Equal(
            ["post", "herald"],
            story.GetProperty("reports").EnumerateArray().Select(report => report.GetProperty("article").GetString())
        );
        Assert.Equal("Two people", story.GetProperty("moved").GetProperty("from").GetString());
        Assert.Equal("Five people", story.GetProperty("moved").GetProperty("to").GetString());
        Assert.Contains("3 reports · 3 outlets, 1 wire origin (AP) · Two people \u2192 Five people", text, StringComparison.Ordinal);
        Assert.Contains("also Bus sinks in canal, killing two · Evening Post", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\nBus sinks in canal", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_console_and_the_API_fold_a_story_and_the_reader_leads_to_its_other_reports()
    {
        using TemporaryFolder folder = new();
        folder.Write("news/news.jsonl", CanalNews.Lines);
        await using var server = await BotServer.StartAsync(Ct, "--coverage", folder["news"], "--data", folder["data"]);
        await server.WaitUntilReadyAsync(Ct);

        string latest = await GetAsync("/latest");
        string reader = await GetAsync("/articles/herald");
        string alone = await GetAsync("/articles/canal-path");
        string api = await GetAsync("/api/latest");

        Assert.Contains("3 reports", latest, StringComparison.Ordinal);
        Assert.Contains("/articles/post", latest, StringComparison.Ordinal);
        Assert.Contains("Also reported by", reader, StringComparison.Ordinal);
        Assert.Contains("/articles/times", reader, StringComparison.Ordinal);
        Assert.DoesNotContain("Also reported by", alone, StringComparison.Ordinal);
        Assert.Contains("\"independent_sources\":2", api, StringComparison.Ordinal);

        Task<string> GetAsync(string address) => server.Client.GetStringAsync(new Uri(address, UriKind.Relative), Ct);
    }
}
