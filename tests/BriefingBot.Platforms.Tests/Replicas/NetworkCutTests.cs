using System.Net.Http.Json;
using BriefingBot.Platforms.Tests.Discord.Host;
using BriefingBot.Platforms.Tests.Host;
using BriefingBot.TestServers.Proxy;
using Npgsql;

namespace BriefingBot.Platforms.Tests.Replicas;

/// <summary>The connected replica loses the database, and nobody else does.</summary>
[Collection(ReplicaCollection.Name)]
public sealed class NetworkCutTests : IAsyncLifetime
{
    private static readonly TimeSpan MostWithoutStore = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(250);

    private ReplicaRoom _room = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _room = await ReplicaRoom.StartAsync(Cancel);

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Theory]
    [InlineData(TcpCut.Freeze)]
    [InlineData(TcpCut.Break)]
    public async Task A_replica_that_loses_the_database_lets_go_before_another_takes_over_and_serves_again_when_it_is_back(TcpCut cut)
    {
        await using var network = TcpProxy.Start(_room.Postgres.Port);
        string through = new NpgsqlConnectionStringBuilder(_room.Database) { Port = network.Address.Port }.ConnectionString;
        var first = await _room.StartFirstAsync(Cancel, ("Storage:ConnectionString", through));
        var second = await _room.StartNextAsync(Cancel);
        var watch = ConnectionWatch.Start(_room, Cancel);
        AskSome();

        await network.CutAsync(cut, Cancel);
        AskSome();
        var alone = await watch.WaitForNoneAsync();
        var (discord, slack) = await watch.WaitForAnotherAsync();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{cut}: let go after {alone.TotalSeconds:F1} s, taken over after {discord.TotalSeconds:F1} s and {slack.TotalSeconds:F1} s"
        );
        Assert.InRange(discord, alone, MostWithoutStore);
        Assert.InRange(slack, TimeSpan.Zero, MostWithoutStore);
        AskSome();
        await _room.WaitForAnswersAsync(0, RunningBot.Patience, Cancel);
        await _room.WaitUntilNothingIsOpenAsync(RunningBot.Patience, Cancel);

        network.Restore();
        await ExpectAnswerOverHttpAsync(first);
        Assert.False(watch.SawTwo);
        await second.KillAsync();
        AskSome();
        await _room.WaitForAnswersAsync(0, RunningBot.Patience, Cancel);
        await _room.WaitUntilNothingIsOpenAsync(RunningBot.Patience, Cancel);

        Assert.False(first.Process.HasExited);
        _room.AssertAnsweredOnce();
    }

    private void AskSome()
    {
        for (int i = 0; i < 4; i++)
        {
            _room.Discord.Ask();
            _room.Slack.Ask();
        }
    }

    /// <summary>Tries until it is ready and answers.</summary>
    private static async Task ExpectAnswerOverHttpAsync(RunningBot bot)
    {
        using HttpClient http = new() { BaseAddress = await bot.GetAddressAsync(Cancel), Timeout = RunningBot.Patience };
        using PeriodicTimer timer = new(LookAgain);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(RunningBot.Patience);
        while (!await AnswersAsync(http, limit.Token))
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var ready = await http.GetAsync(new Uri("/readyz", UriKind.Relative), cancellationToken);
        using var answer = await http.PostAsJsonAsync(
            new Uri("/api/ask", UriKind.Relative),
            new { question = Newsroom.Question },
            cancellationToken
        );
        return ready.IsSuccessStatusCode
            && answer.IsSuccessStatusCode
            && (await answer.Content.ReadAsStringAsync(cancellationToken)).Contains("Blinken", StringComparison.Ordinal);
    }
}
