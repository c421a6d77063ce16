using System.Text.Json;
using BriefingBot.EndToEnd.Tests.Bot;
using BriefingBot.TestServers.Models;
using BriefingBot.TestServers.News;

namespace BriefingBot.EndToEnd.Tests.Intake.Kills;

/// <summary>
/// The real bot, killed at every stage of its intake: while it fetches, while it indexes, while another process rebuilds with another
/// encoder beside it, and around the switch to what was rebuilt.
/// </summary>
public sealed class KilledStagesTests : IAsyncLifetime
{
    private const int FetchKills = 9;
    private const int IndexKills = 7;
    private const int RebuildKills = 17;
    private const int SwitchKills = 17;

    // So often may the log be read too late for each kill that is wanted.
    private const int Patience = 4;

    private const string First = "first";
    private const string Saved = "Saved ";
    private readonly Random _dice = new(1979);
    private readonly TemporaryFolder _folder = new();
    private FakeNewsServer _news = null!;
    private NewsTown _town = null!;
    private FakeModel _encoders = null!;
    private KilledStore _store = null!;
    private int _kills;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Dictionary<string, string> Settings(string encoder) =>
        new()
        {
            ["BRIEFINGBOT__Fetching__PauseSeconds"] = "0",
            ["BRIEFINGBOT__Fetching__ClaimSeconds"] = "1",
            ["BRIEFINGBOT__Logging__LogLevel__BriefingBot.Core"] = "Debug",
            ["BRIEFINGBOT__Encoder__Provider"] = "OpenAI",
            ["BRIEFINGBOT__Encoder__BaseUrl"] = _encoders.OpenAiAddress.ToString(),
            ["BRIEFINGBOT__Encoder__Model"] = encoder,
            ["BRIEFINGBOT__Encoder__Dimensions"] = "256",
        };

    public async ValueTask InitializeAsync()
    {
        _news = await FakeNewsServer.StartAsync(Cancellation);
        _town = new NewsTown(_news);
        _encoders = await FakeModel.StartAsync(cancellationToken: Cancellation);
        _store = new KilledStore(_folder["data"]);
        NewsTown.WriteFolder(_folder, "base");
    }

    public async ValueTask DisposeAsync()
    {
        await _news.DisposeAsync();
        await _encoders.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Fifty_kills_while_it_fetches_indexes_rebuilds_and_switches_leave_a_good_store_each_time()
    {
        _town.Publish(pages: 3);
        await IndexAsync("data", "--coverage", _folder["base"]);
        await _town.AddToAsync(_folder["data"]);

        for (int kill = 0; kill < FetchKills; kill++)
        {
            await KillWhileFetchingAsync(kill);
        }

        for (int kill = 0; kill < IndexKills; kill++)
        {
            await KillWhileIndexingAsync();
        }

        await using (var live = await BotServer.StartAsync(Settings(First), Cancellation, Arguments("data")))
        {
            await KillRebuildsAsync(live);
            await KillSwitchesAsync(live);
        }

        Assert.Equal(FetchKills + IndexKills + RebuildKills + SwitchKills, _kills);
        await AssertEqualsOneWithoutKillsAsync();
    }

    // Named moments: while the list is read, while each of the new pages is read, and when all of them are there and none is indexed.
    private async Task KillWhileFetchingAsync(int kill)
    {
        TaskCompletionSource go = new(TaskCreationOptions.RunContinuationsAsynchronously);
        const int Pages = 3;
        _town.Publish(Pages, go.Task);
        PassTime();
        var listed = _news.NextRequestAsync(NewsTown.Sitemap);
        await using var bot = await BotServer.StartAsync(Settings(First), Cancellation, Arguments("data"));
        await Task.WhenAll(listed, AssertAnswersAsync(bot));

        int moment = kill < Pages + 2 ? kill : _dice.Next(Pages + 2);
        if (moment < Pages)
        {
            var asked = _town.HangAt(moment);
            go.SetResult();
            await asked;
            bot.Process.Kill();
        }
        else if (moment == Pages)
        {
            bot.Process.Kill();
        }
        else
        {
            KillAt(bot, "Checked town", 1);
            go.SetResult();
        }

        await AssertDiedAsync(bot);
        _town.GoOn();
    }

    // A random article of those that a check brought, after whatever the last kill left was made up for.
    private async Task KillWhileIndexingAsync()
    {
        TaskCompletionSource go = new(TaskCreationOptions.RunContinuationsAsynchronously);
        const int Pages = 2;
        string[] published = [.. _town.Titles];
        PassTime();
        _town.Publish(Pages, go.Task);
        var listed = _news.NextRequestAsync(NewsTown.Sitemap);
        await using var bot = await BotServer.StartAsync(Settings(First), Cancellation, Arguments("data"));
        await Task.WhenAll(listed, AssertAnswersAsync(bot));
        if (_kills > FetchKills)
        {
            // The sources are checked only when the run at the start is over.
            Assert.Subset((await _store.CheckAsync()).ToHashSet(StringComparer.Ordinal), published.ToHashSet(StringComparer.Ordinal));
        }

        KillAt(bot, Saved, _dice.Next(1, Pages + 1));
        go.SetResult();
        await AssertDiedAsync(bot);
        _town.GoOn();
    }

    private async Task KillRebuildsAsync(BotServer live)
    {
        await live.WaitUntilReadyAsync(Cancellation);
        int articles = (await _store.CheckAsync()).Count;
        int target = _kills + RebuildKills;
        int encoders = 0;
        int killsOfEncoder = 0;
        for (int tries = 0; _kills < target; tries++)
        {
            Assert.True(tries < Patience * RebuildKills, $"Only {_kills} kills came in time.");

            // Four kills an encoder, each further on: the next run goes on where the last one was.
            string encoder = $"rebuilt-{encoders}";
            int lines = killsOfEncoder == 0 ? 1 : _dice.Next(1, articles / 4);
            bool isKilled = await IsIndexKilledAsync(live, encoder, Saved, lines);
            bool isSwitched = _store.ActiveEncoder == $"openai/{encoder}";
            Assert.True(isKilled || isSwitched);

            // The log is read behind the process: what was switched by then was not killed while it was rebuilt.
            _kills += isSwitched ? 0 : 1;
            killsOfEncoder = isSwitched ? 0 : (killsOfEncoder + 1) % 4;
            encoders += killsOfEncoder == 0 ? 1 : 0;
        }
    }

    private async Task KillSwitchesAsync(BotServer live)
    {
        int articles = (await _store.CheckAsync()).Count;
        int target = _kills + SwitchKills;
        int switched = 0;
        for (int tries = 0; _kills < target; tries++)
        {
            Assert.True(tries < Patience * SwitchKills, $"Only {_kills} kills came in time.");
            string encoder = $"switched-{tries}";
            var (words, lines) = (tries % 4) switch
            {
                0 => ("are active now", 1),
                1 => (Saved, articles - 1),
                _ => (Saved, articles),
            };
            bool isKilled = await IsIndexKilledAsync(live, encoder, words, lines);
            bool isSwitched = _store.ActiveEncoder == $"openai/{encoder}";
            Assert.True(isSwitched || (isKilled && words == Saved));
            _kills += isKilled ? 1 : 0;
            switched += isKilled && isSwitched ? 1 : 0;
        }

        Assert.InRange(switched, 1, SwitchKills);
    }

    // False when the run was over before its log had been read so far.
    private async Task<bool> IsIndexKilledAsync(BotServer live, string encoder, string words, int lines)
    {
        using var process = BotProcess.Start(Settings(encoder), ["index", .. Arguments("data")]);
        KillMoment moment = new(process, words, lines);
        process.ErrorDataReceived += (_, line) => moment.See(line.Data);
        process.BeginErrorReadLine();
        bool isKilled = await moment.IsKilledAsync(Cancellation);
        Assert.True(isKilled || process.ExitCode == 0, moment.Log);
        await _store.CheckAsync();
        await AssertAnswersAsync(live);
        return isKilled;
    }

    private static void KillAt(BotServer bot, string words, int lines)
    {
        KillMoment moment = new(bot.Process, words, lines);
        bot.Process.ErrorDataReceived += (_, line) => moment.See(line.Data);
    }

    private async Task AssertDiedAsync(BotServer bot)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        await bot.Process.WaitForExitAsync(patience.Token);
        Assert.Equal(128 + 9, bot.Process.ExitCode);
        _kills++;
        await _store.CheckAsync();
    }

    // As if a day had passed: every source is due, and nobody who is dead holds one, or the index run, any more.
    private void PassTime() =>
        SqliteFile.Run(_store.File, "UPDATE intake_source SET next_check = 0, claimed_until = 0; UPDATE lease SET until = 0");

    private static async Task AssertAnswersAsync(BotServer bot)
    {
        using StringContent body = new(
            JsonSerializer.Serialize(new { question = "How long is the bridge over the Tessel?" }),
            System.Text.Encoding.UTF8,
            "application/json"
        );
        using var response = await bot.Client.PostAsync(new Uri("/api/ask", UriKind.Relative), body, Cancellation);
        Assert.Contains("400 metres", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private string[] Arguments(string data) => ["--coverage", _folder["base"], "--data", _folder[data]];

    private async Task<BotResult> IndexAsync(string data, params string[] arguments)
    {
        var result = await BotProcess.RunInAsync(_folder.Path, Settings(First), ["index", "--json", .. arguments, "--data", _folder[data]]);
        Assert.Equal(0, result.ExitCode);
        return result;
    }

    private async Task AssertEqualsOneWithoutKillsAsync()
    {
        await _town.AddToAsync(_folder["reference"]);
        foreach (string data in (string[])["data", "reference"])
        {
            PassTime();
            foreach (string source in (string[])["town", "flood"])
            {
                await IndexAsync(data, "--source", source, "--coverage", _folder["base"]);
            }
        }

        KilledStore reference = new(_folder["reference"]);
        Assert.Equal(_town.Titles.Order(StringComparer.Ordinal), await reference.CheckAsync());
        Assert.Equal(await reference.ReadAsync(), await _store.ReadAsync());
        Assert.Equal(Fetched("reference"), Fetched("data"));
        Assert.Equal(await AskAsync("reference"), await AskAsync("data"));
        var doctor = await BotProcess.RunInAsync(
            _folder.Path,
            Settings(First),
            ["doctor", "--urls", "http://127.0.0.1:0", .. Arguments("data")]
        );
        Assert.Equal(0, doctor.ExitCode);
    }

    private string[] Fetched(string data) =>
        [
            .. Directory
                .GetFiles(_folder[$"{data}/sources"], "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(_folder[data], file))
                .Order(StringComparer.Ordinal),
        ];

    private async Task<string> AskAsync(string data)
    {
        var result = await BotProcess.RunInAsync(
            _folder.Path,
            Settings(First),
            ["ask", "How many chairs has the reading room of library 17?", "--json", .. Arguments(data)]
        );
        return JsonSerializer.Serialize(new[] { result.Json.GetProperty("answer"), result.Json.GetProperty("citations") });
    }
}
