using BriefingBot.Platforms.Tests.Host;
using BriefingBot.TestServers.Discord;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Model.Messages;

namespace BriefingBot.Platforms.Tests.Discord.Host;

public sealed class ShardingTests : IDisposable
{
    private readonly DataFolder _data = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Two_processes_on_one_store_split_the_shards_and_answer_each_question_once()
    {
        await using var discord = await FakeDiscord.StartAsync(new FakeDiscordOptions { IdentifyWindow = TimeSpan.Zero }, Cancellation);
        FakeChannel[] channels = [.. Enumerable.Range(0, 4).Select(i => discord.World.AddGuild($"server {i}").AddTextChannel("general"))];
        var user = discord.World.AddUser("ada");
        foreach (var channel in channels)
        {
            channel.Guild!.AddMember(user);
        }

        await using var first = await BotOnDiscord.StartAsync(
            discord,
            _data,
            Cancellation,
            ("Discord:Shards", "2"),
            ("Discord:ShardIds:0", "0")
        );
        await using var second = BotOnDiscord.Launch(discord, _data, ("Discord:Shards", "2"), ("Discord:ShardIds:0", "1"));
        await discord.Gateway.WaitForConnectedAsync(2, TimeSpan.FromSeconds(30), Cancellation);
        FakeMessage[] questions =
        [
            .. channels.Select(channel => discord.World.Mention(user, channel, Newsroom.Question)),
            discord.World.SendDirectMessage(user, Newsroom.Question),
        ];

        foreach (var question in questions)
        {
            await discord.Record.WaitForAnswerAsync(question, timeout: TimeSpan.FromSeconds(20), cancellationToken: Cancellation);
        }

        Assert.All(questions, question => Assert.Single(discord.Record.AnswersTo(question)));
        Assert.Equal([0, 1], discord.Gateway.Sessions.Select(session => session.ShardId).Order());
        Assert.Equal(1, discord.Record.Counters.CommandOverwrites);
    }
}
