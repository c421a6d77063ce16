using BriefingBot.Platforms.Tests.Host;
using Npgsql;

namespace BriefingBot.Platforms.Tests.Replicas;

/// <summary>Somebody else, or the disk, stands in the way of the database.</summary>
[Collection(ReplicaCollection.Name)]
public sealed class StoreTroubleTests : IAsyncLifetime
{
    /// <summary>
    /// What PostgreSQL says on a full disk, by a trigger: a disk that is full would need a file system of its own, which takes root to
    /// make. It shows what the bot does with it, not what the server does.
    /// </summary>
    private const string FullDisk = """
        CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full';
        END $$;
        CREATE TRIGGER full_disk BEFORE INSERT ON passage FOR EACH ROW EXECUTE FUNCTION full_disk();
        CREATE TRIGGER full_disk BEFORE INSERT ON answer FOR EACH ROW EXECUTE FUNCTION full_disk();
        """;

    private const string RoomAgain = "DROP FUNCTION full_disk CASCADE";
    private const string NoRoom = "No room left on the disk of the store";

    private readonly DataFolder _folder = new();
    private GrowingCoverage _coverage = null!;
    private ReplicaRoom _room = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private (string, string)[] Coverage =>
        [("Coverage:Paths:0", Path.Combine(AppContext.BaseDirectory, "seeds")), ("Coverage:Paths:1", _coverage.Path)];

    public async ValueTask InitializeAsync()
    {
        _coverage = new GrowingCoverage(_folder);
        _room = await ReplicaRoom.StartAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _room.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("SELECT count(*) FROM article")]
    [InlineData(
        "DO $$ DECLARE name text; BEGIN FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' "
            + "LOOP EXECUTE format('LOCK TABLE %I IN ACCESS SHARE MODE', name); END LOOP; END $$"
    )]
    public async Task A_transaction_that_somebody_else_holds_open_keeps_no_answer_and_no_index_run_waiting(string statement)
    {
        await _room.StartFirstAsync(Cancel, Coverage);
        await using NpgsqlConnection somebody = new(_room.Database);
        await somebody.OpenAsync(Cancel);
        await using var open = await somebody.BeginTransactionAsync(Cancel);
        await using NpgsqlCommand read = new(statement, somebody, open);
        await read.ExecuteNonQueryAsync(Cancel);

        _coverage.Write("new", "Council closes the bridge", "The council closed the old bridge over the river on Friday for repairs.");
        var second = await _room.StartNextAsync(Cancel, Coverage);
        AskSome();
        await _room.WaitForAnswersAsync(0, RunningBot.Patience, Cancel);
        await _room.WaitUntilNothingIsOpenAsync(RunningBot.Patience, Cancel);

        _room.AssertAnsweredOnce();
        Assert.Contains("Indexed: 1 added", second.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_of_the_database_is_named_in_the_log_and_loses_no_question_and_no_article()
    {
        var first = await _room.StartFirstAsync(Cancel, Coverage);
        await _room.ReadAsync(FullDisk, Cancel);
        _coverage.Write("new", "Council closes the bridge", "The council closed the old bridge over the river on Friday for repairs.");
        AskSome();
        await first.WaitForLogAsync(NoRoom, Cancel);
        var second = _room.Launch(Coverage);
        await second.WaitForLogAsync($"The index was not brought up to date, answers come from what it holds: {NoRoom}", Cancel);

        await _room.ReadAsync(RoomAgain, Cancel);
        await _room.WaitForAnswersAsync(0, RunningBot.Patience, Cancel);
        await _room.WaitUntilNothingIsOpenAsync(RunningBot.Patience, Cancel);
        var third = await _room.StartNextAsync(Cancel, Coverage);

        _room.AssertAnsweredOnce();
        Assert.Contains("Indexed: 1 added", third.Log, StringComparison.Ordinal);
        Assert.False(first.Process.HasExited || second.Process.HasExited);
    }

    private void AskSome()
    {
        for (int i = 0; i < 4; i++)
        {
            _room.Discord.Ask();
            _room.Slack.Ask();
        }
    }
}
