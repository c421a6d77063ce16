using BriefingBot.EndToEnd.Tests.Bot;
using BriefingBot.TestServers.News;

namespace BriefingBot.EndToEnd.Tests.Intake.Kills;

/// <summary>A town whose news goes on while the bot is killed: a sitemap that grows, and a feed whose one item changes.</summary>
internal sealed class NewsTown(FakeNewsServer news)
{
    public const string Sitemap = "/sitemap.xml";
    public const string TollTitle = "Toll of the flood in Marwick";

    private const string Base =
        "# Bridge opens in Harrow\n\nJune 20, 2024\n\nThe council of Harrow opened a new bridge over the river Tessel on "
        + "Thursday, the mayor said. It is 400 metres long and cost 5 million dollars.\n";

    private readonly List<string> _titles = [];

    /// <summary>The headlines of everything that was published, the article in the folder included.</summary>
    public IReadOnlyList<string> Titles => ["Bridge opens in Harrow", TollTitle, .. _titles];

    /// <summary>How often the item of the feed was published.</summary>
    public int Tolls { get; private set; }

    /// <summary>The words that end the article under a headline.</summary>
    public static string LastWordsOf(string title) =>
        title switch
        {
            "Bridge opens in Harrow" => "cost 5 million dollars.",
            TollTitle => "the fire brigade said.",
            _ => $"Those were the words of reader {title.Split(' ')[2]}.",
        };

    /// <summary>The houses that the text of the toll counts.</summary>
    public static int TollOf(string text) => int.Parse(text.Split("destroyed ")[1].Split(' ')[0]);

    /// <summary>Writes the folder that the bot has from the beginning.</summary>
    public static void WriteFolder(TemporaryFolder folder, string name) => folder.Write($"{name}/bridge.md", Base);

    /// <summary>Adds both sources to the bot's data.</summary>
    public async Task AddToAsync(string data)
    {
        foreach (
            string[] source in (string[][])
                [
                    [Sitemap, "town"],
                    ["/feed.xml", "flood"],
                ]
        )
        {
            string address = news.At(source[0]).AbsoluteUri;
            var added = await BotProcess.RunAsync([
                "sources",
                "add",
                address,
                "--name",
                source[1],
                "--every",
                "1d",
                "--allow-private",
                "--data",
                data,
            ]);
            Assert.Equal(0, added.ExitCode);
        }
    }

    /// <summary>Publishes pages and a new toll; the sitemap answers once a task has ended.</summary>
    public void Publish(int pages, Task? waits = null)
    {
        for (int i = 0; i < pages; i++)
        {
            _titles.Add($"Library number {_titles.Count + 1} opens its reading room");
            news[PathOf(_titles.Count)] = PageOf(_titles.Count);
        }

        Tolls++;
        news["/feed.xml"] = FakeNewsPage.Of(
            "<rss version=\"2.0\"><channel><title>The Tessel Post</title><item><guid>toll</guid>"
                + $"<title>{TollTitle}</title><pubDate>Fri, 21 Jun 2024 08:00:00 GMT</pubDate><description>The flood in Marwick "
                + $"destroyed {100 + Tolls} houses on Friday, the fire brigade said.</description></item></channel></rss>",
            "application/rss+xml"
        );
        news[Sitemap] = FakeNewsPage.Of(
            $"<urlset>{string.Concat(Enumerable.Range(1, _titles.Count).Select(number => $"<url><loc>{news.At(PathOf(number))}</loc><lastmod>2024-06-20</lastmod></url>"))}</urlset>",
            "application/xml"
        ) with
        {
            Waits = waits,
        };
    }

    /// <summary>Makes one of the newest pages hang until whoever asks for it is gone.</summary>
    /// <returns>Ends when it is asked for.</returns>
    public Task HangAt(int fromTheEnd)
    {
        int number = _titles.Count - fromTheEnd;
        news[PathOf(number)] = PageOf(number) with { Hangs = true };
        return news.NextRequestAsync(PathOf(number));
    }

    /// <summary>All pages answer at once again.</summary>
    public void GoOn()
    {
        for (int number = 1; number <= _titles.Count; number++)
        {
            news[PathOf(number)] = PageOf(number);
        }

        news[Sitemap] = news[Sitemap]! with { Waits = null, Hangs = false };
    }

    private static string PathOf(int number) => $"/{number}";

    private static FakeNewsPage PageOf(int number) =>
        FakeNewsPage.Of(
            $"<html><body><article><h1>Library number {number} opens its reading room</h1><p>Library {number} of the province opened a "
                + $"reading room with {400 + number} chairs on Thursday, its director said.</p><p>It has {number * 7} windows and "
                + $"took {number + 3} months to furnish. Those were the words of reader {number}.</p></article></body></html>"
        );
}
