using BriefingBot.Platforms.Tests.Host;
using BriefingBot.Platforms.Tests.Slack.Host;
using BriefingBot.TestServers.Postgres;
using Npgsql;

namespace BriefingBot.Platforms.Tests.Replicas;

/// <summary>A PostgreSQL, a fake Discord and a fake Slack for replicas of the real bot, which it ends with itself.</summary>
public sealed class ReplicaRoom : IAsyncDisposable
{
    private const int LinesOfTrouble = 40;
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);
    private readonly List<RunningBot> _replicas = [];
    private readonly List<DataFolder> _folders = [];

    private ReplicaRoom(PostgresServer postgres, string database, DiscordDesk discord, SlackDesk slack)
    {
        (Postgres, Database, Discord, Slack) = (postgres, database, discord, slack);
    }

    public PostgresServer Postgres { get; }

    /// <summary>The connection string of the store.</summary>
    public string Database { get; }

    public DiscordDesk Discord { get; }

    public SlackDesk Slack { get; }

    /// <summary>What is wrong with answers, a line each; then the latest lines of trouble of every replica that ever ran.</summary>
    public string Troubles =>
        string.Join(
            '\n',
            [
                .. FindWrong(),
                .. _replicas.SelectMany(static replica =>
                    replica
                        .Log.Split('\n')
                        .Where(static line =>
                            Array.Exists(["warn", "fail", "crit"], level => line.Contains($"Z {level}: ", StringComparison.Ordinal))
                        )
                        .TakeLast(LinesOfTrouble)
                        .Prepend("---")
                ),
            ]
        );

    public static async Task<ReplicaRoom> StartAsync(CancellationToken cancellationToken)
    {
        var postgres = await PostgresServer.StartAsync(cancellationToken);
        return new ReplicaRoom(
            postgres,
            await postgres.CreateDatabaseAsync(cancellationToken),
            await DiscordDesk.StartAsync(cancellationToken),
            await SlackDesk.StartAsync(cancellationToken)
        );
    }

    /// <summary>Starts a replica on both platforms without waiting for anything.</summary>
    /// <param name="settings">On top of those that every replica has; later ones win.</param>
    public RunningBot Launch(params (string Name, string Value)[] settings)
    {
        DataFolder folder = new();
        _folders.Add(folder);
        var replica = BotOnSlack.Launch(
            Slack.Server,
            folder,
            [
                ("Storage:Provider", "Postgres"),
                ("Storage:ConnectionString", Database),
                ("Discord:Token", Discord.Server.Token),
                ("Discord:RestBaseUrl", Discord.Server.BaseAddress.ToString()),
                .. settings,
            ]
        );
        _replicas.Add(replica);
        return replica;
    }

    /// <summary>Starts a replica and waits until it is connected to both platforms; no other runs yet.</summary>
    public async Task<RunningBot> StartFirstAsync(CancellationToken cancellationToken, params (string Name, string Value)[] settings)
    {
        var replica = Launch(settings);
        await replica.WaitForStartAsync(async () =>
        {
            await Discord.Server.Gateway.WaitForConnectedAsync(1, RunningBot.Patience, cancellationToken);
            await Slack.Server.Sockets.WaitForConnectedAsync(2, RunningBot.Patience, cancellationToken);
            await replica.WaitForLogAsync("Indexed:", cancellationToken);
        });
        return replica;
    }

    /// <summary>Starts a replica beside one that is connected, and waits until it stands by.</summary>
    public async Task<RunningBot> StartNextAsync(CancellationToken cancellationToken, params (string Name, string Value)[] settings)
    {
        var replica = Launch(settings);
        await replica.WaitForStartAsync(() => replica.WaitForLogAsync("Indexed:", cancellationToken));
        return replica;
    }

    /// <summary>Waits until all but some of the questions are answered on each platform.</summary>
    public async Task WaitForAnswersAsync(int butFor, TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            await Discord.WaitForAnswersAsync(butFor, patience, cancellationToken);
            await Slack.WaitForAnswersAsync(butFor, patience, cancellationToken);
        }
        catch (TimeoutException exception)
        {
            throw new TimeoutException($"{exception.Message}\n{Troubles}", exception);
        }
    }

    /// <summary>Waits until the journal holds no open question: nothing is posted after that.</summary>
    public Task WaitUntilNothingIsOpenAsync(TimeSpan patience, CancellationToken cancellationToken) =>
        WaitUntilAsync("SELECT count(*) = 0 FROM chat_question WHERE state < 2", patience, cancellationToken);

    /// <summary>Waits until a query gives true.</summary>
    public async Task WaitUntilAsync(string query, TimeSpan patience, CancellationToken cancellationToken)
    {
        using PeriodicTimer timer = new(LookAgain);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        while (await ReadAsync(query, limit.Token) is not true)
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }

    /// <summary>The first value that a query gives.</summary>
    public async Task<object?> ReadAsync(string query, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = new(new NpgsqlConnectionStringBuilder(Database) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using NpgsqlCommand command = new(query, connection);
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    /// <summary>Every question was answered once and rightly.</summary>
    public void AssertAnsweredOnce() => Assert.True(FindWrong().Count == 0, Troubles);

    private IReadOnlyList<string> FindWrong() => [.. Discord.FindWrong(), .. Slack.FindWrong()];

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in _replicas)
        {
            await replica.DisposeAsync();
        }

        await Slack.DisposeAsync();
        await Discord.DisposeAsync();
        await Postgres.DisposeAsync();
        foreach (var folder in _folders)
        {
            folder.Dispose();
        }
    }
}
