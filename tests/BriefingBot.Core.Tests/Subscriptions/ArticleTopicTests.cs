using BriefingBot.Core.Briefings.Topics;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Tests.Chat;
using Xunit;

namespace BriefingBot.Core.Tests.Subscriptions;

/// <summary>That a single article is held against a topic as a search over all of them does it.</summary>
public sealed class ArticleTopicTests : IDisposable
{
    private static readonly (string Title, string Body)[] Articles =
    [
        ("Turkey votes on Sunday", "Voters in Turkey go to the polls on Sunday. Turkey has had one president for twenty years."),
        ("Farmers raise more turkeys", "A turkey needs space. Turkeys eat grain, and a turkey farm is loud, farmers said on Friday."),
        ("US troops leave the base", "The U.S. said its troops left. The US has other bases."),
        ("Let us pray", "They asked us to come. It was us who went there with the others on Friday."),
        ("NATO meets in Oslo", "Ministers of the alliance met in Oslo on Friday."),
        ("Ministers meet in Oslo", "NATO ministers met. The harbor of Oslo was closed for the day."),
        ("Labour wins the vote", "The labor market was the theme. Labour promised to help, and labor unions agreed."),
        ("Floods in the north", "It rained for two days in the north of the country."),
        ("Rain for two days", "The flood came at night. A second flood is likely, forecasters said."),
        ("A bridge is closed", "One flood in May had damaged the bridge, engineers said."),
        ("Treaty on fishing signed", "Foreign ministers signed the treaty on fishing. The fishing treaty limits cod catches."),
    ];

    private readonly ChatFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task One_article_and_all_of_them_are_judged_alike()
    {
        await using var process = await SimulatedProcess.StartAsync(_folder.Store, TimeProvider.System, Ct);
        for (int i = 0; i < Articles.Length; i++)
        {
            await process.SaveAsync($"a{i}", Articles[i].Title, Articles[i].Body, Ct);
        }

        var arrivals = await process.Coverage.ListArrivalsAsync(new ArrivalWindow(0, long.MaxValue), 100, Ct);
        Dictionary<string, int> found = [];
        foreach (
            string words in new[]
            {
                "Turkey",
                "turkey",
                "US",
                "us",
                "NATO",
                "labor",
                "labour",
                "flood",
                "floods",
                "fishing treaty",
                "Oslo ministers",
                "president Turkey",
                "snow",
            }
        )
        {
            var searched = await new TopicSearch(process.Coverage)
                .FindAsync(TopicWord.Read(words), CoverageFilter.None, DateOnly.MaxValue, Ct)
                .Select(static header => header.Id.Value)
                .ToListAsync(Ct);
            var topic = await ArticleTopic.ReadAsync(process.Coverage, words, Ct);
            List<string> judged = [];
            foreach (var arrival in arrivals)
            {
                var article = await process.Coverage.FindArticleAsync(arrival.Article.Id, null, Ct);
                if (topic!.IsAbout(article!))
                {
                    judged.Add(arrival.Article.Id.Value);
                }
            }

            Assert.Equal(searched.Order(StringComparer.Ordinal), judged.Order(StringComparer.Ordinal));
            found[words] = judged.Count;
        }

        Assert.Equal(
            (1, 2, 1, 1, 1, 2, 0),
            (found["Turkey"], found["turkey"], found["US"], found["us"], found["NATO"], found["flood"], found["snow"])
        );
    }
}
