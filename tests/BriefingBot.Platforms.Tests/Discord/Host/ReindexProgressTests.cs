using System.Text.Json;
using BriefingBot.Platforms.Tests.Host;
using BriefingBot.TestServers.Discord;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Model.Messages;

namespace BriefingBot.Platforms.Tests.Discord.Host;

public sealed class ReindexProgressTests : IDisposable
{
    private const int Articles = 500;
    private readonly DataFolder _data = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_long_run_is_shown_as_it_goes_and_not_more_often_than_every_two_seconds()
    {
        string coverage = Path.Combine(_data.Path, "coverage.jsonl");
        await File.WriteAllLinesAsync(coverage, Enumerable.Range(0, Articles).Select(Article), Cancellation);
        await using var discord = await FakeDiscord.StartAsync(cancellationToken: Cancellation);
        var channel = discord.World.AddGuild("Newsroom").AddTextChannel("general");
        var admin = discord.World.AddUser("chief");
        channel.Guild!.AddMember(admin, channel.Guild.AddRole("managers", Permissions.ManageGuild));
        await using var bot = await BotOnDiscord.StartAsync(discord, _data, Cancellation, ("Coverage:Paths:0", coverage));
        var first = discord.World.Mention(admin, channel, "What did the council of town 7 decide?");
        await discord.Record.WaitForAnswerAsync(first, timeout: TimeSpan.FromSeconds(120), cancellationToken: Cancellation);

        var run = discord.Interactions.InvokeCommand(admin, channel, "reindex", new Dictionary<string, object> { ["rebuild"] = true });
        var account = await discord.Record.WaitForAnswerAsync(
            run,
            message => message.Content.StartsWith("Indexed", StringComparison.Ordinal),
            TimeSpan.FromSeconds(120),
            Cancellation
        );

        MessageRevision[] progress =
        [
            .. account.Revisions.Where(revision => revision.Content.StartsWith("Indexing", StringComparison.Ordinal)),
        ];
        Assert.NotEmpty(progress);
        Assert.All(progress.Zip(progress.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At > TimeSpan.FromSeconds(1.9)));
        Assert.Contains($"{Articles:N0} articles", account.Content, StringComparison.Ordinal);
    }

    private static string Article(int i) =>
        JsonSerializer.Serialize(
            new
            {
                id = $"town-{i}",
                title = $"Council of town {i} decides on its budget",
                published = "2026-03-01",
                text = string.Join(
                    ' ',
                    Enumerable
                        .Range(0, 12)
                        .Select(n =>
                            $"The council of town {i} decided on item {n} of its budget for schools, roads and the "
                            + $"library after a debate of {n + 2} hours."
                        )
                ),
            }
        );
}
