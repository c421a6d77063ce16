using System.Diagnostics;
using BriefingBot.TestServers.Postgres;
using Npgsql;

namespace BriefingBot.EndToEnd.Tests.Postgres;

/// <summary>The tests' own PostgreSQL, seen through its official client.</summary>
public sealed class PostgresServerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_database_is_empty_and_of_its_own()
    {
        var server = await PostgresServer.SharedAsync(Cancel);
        string first = await server.CreateDatabaseAsync(Cancel);
        string second = await server.CreateDatabaseAsync(Cancel);

        await ExecuteAsync(first, "CREATE TABLE article (title text)");

        const string tables = "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'";
        Assert.Equal(1L, await ReadAsync(first, tables));
        Assert.Equal(0L, await ReadAsync(second, tables));
        await server.DropDatabaseAsync(first, Cancel);
        await server.DropDatabaseAsync(second, Cancel);
    }

    [Fact]
    public async Task It_keeps_text_of_any_script_and_syncs_what_is_committed()
    {
        var server = await PostgresServer.SharedAsync(Cancel);

        Assert.Equal("UTF8", await ReadAsync(server.ConnectionString, "SHOW server_encoding"));
        Assert.Equal("on", await ReadAsync(server.ConnectionString, "SHOW fsync"));
        Assert.Equal("200", await ReadAsync(server.ConnectionString, "SHOW max_connections"));
    }

    [Fact]
    public async Task Two_ask_for_the_shared_server_and_get_the_same()
    {
        var servers = await Task.WhenAll(PostgresServer.SharedAsync(Cancel), PostgresServer.SharedAsync(Cancel));

        Assert.Same(servers[0], servers[1]);
    }

    [Fact]
    public async Task Disposing_the_shared_server_does_not_take_it_from_others()
    {
        await using (await PostgresServer.SharedAsync(Cancel)) { }

        var server = await PostgresServer.SharedAsync(Cancel);
        Assert.Equal(1, await ReadAsync(server.ConnectionString, "SELECT 1"));
    }

    [Fact]
    public async Task A_wrong_password_is_refused()
    {
        var server = await PostgresServer.SharedAsync(Cancel);
        NpgsqlConnectionStringBuilder wrong = new(server.ConnectionString) { Password = "guessed", Pooling = false };

        var error = await Assert.ThrowsAsync<PostgresException>(() => ReadAsync(wrong.ConnectionString, "SELECT 1"));

        Assert.Equal(PostgresErrorCodes.InvalidPassword, error.SqlState);
    }

    [Fact]
    public async Task A_role_may_log_in_and_make_no_database()
    {
        var server = await PostgresServer.SharedAsync(Cancel);
        await server.CreateRoleAsync("news \"desk\"", "it's secret", Cancel);
        NpgsqlConnectionStringBuilder desk = new(server.ConnectionString)
        {
            Username = "news \"desk\"",
            Password = "it's secret",
            Pooling = false,
        };

        Assert.Equal("news \"desk\"", await ReadAsync(desk.ConnectionString, "SELECT current_user::text"));
        var error = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(desk.ConnectionString, "CREATE DATABASE mine"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, error.SqlState);
    }

    [Fact]
    public async Task What_was_committed_is_there_after_it_was_stopped_and_after_it_was_killed()
    {
        await using var server = await PostgresServer.StartAsync(Cancel);
        int port = server.Port;
        NpgsqlConnectionStringBuilder unpooled = new(await server.CreateDatabaseAsync(Cancel)) { Pooling = false };
        string database = unpooled.ConnectionString;
        await ExecuteAsync(database, "CREATE TABLE article (title text); INSERT INTO article VALUES ('before the stop')");

        await server.StopAsync(Cancel);
        await Assert.ThrowsAsync<NpgsqlException>(() => ReadAsync(database, "SELECT 1"));
        await server.RestartAsync(Cancel);
        Assert.Equal("before the stop", await ReadAsync(database, "SELECT string_agg(title, ', ') FROM article"));

        await using NpgsqlConnection open = new(database);
        await open.OpenAsync(Cancel);
        await ExecuteAsync(database, "INSERT INTO article VALUES ('before the kill')");
        await using var uncommitted = await open.BeginTransactionAsync(Cancel);
        await ExecuteAsync(open, "INSERT INTO article VALUES ('never committed')");
        await server.KillAsync(Cancel);
        // Nothing says good-bye: PostgresException would be the server's word.
        await Assert.ThrowsAsync<NpgsqlException>(() => ExecuteAsync(open, "SELECT 1"));
        await server.RestartAsync(Cancel);

        Assert.Equal(port, server.Port);
        Assert.Equal(
            "before the stop, before the kill",
            await ReadAsync(database, "SELECT string_agg(title, ', ' ORDER BY ctid) FROM article")
        );
        Assert.Contains(server.Log, static line => line.Contains("automatic recovery in progress", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_setting_of_the_test_takes_the_place_of_the_usual_one()
    {
        PostgresServerOptions options = new()
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["fsync"] = "off", ["max_connections"] = "7" },
        };
        await using var server = await PostgresServer.StartAsync(options, Cancel);
        NpgsqlConnectionStringBuilder unpooled = new(server.ConnectionString) { Pooling = false };

        Assert.Equal("off", await ReadAsync(unpooled.ConnectionString, "SHOW fsync"));
        Assert.Equal("7", await ReadAsync(unpooled.ConnectionString, "SHOW max_connections"));
    }

    [Fact]
    public async Task A_setting_that_there_is_not_ends_the_start_with_what_the_server_said()
    {
        PostgresServerOptions options = new()
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["max_conections"] = "7" },
        };

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => PostgresServer.StartAsync(options, Cancel));

        Assert.Contains("unrecognized configuration parameter \"max_conections\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_disposed_leaves_no_folder()
    {
        string folder;
        await using (var server = await PostgresServer.StartAsync(Cancel))
        {
            folder = await FolderAsync(server.ConnectionString);
            Assert.True(Directory.Exists(folder));
        }

        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task A_server_whose_owner_is_killed_ends_and_leaves_no_folder()
    {
        await PostgresRequirement.RequireAsync(Cancel);
        string program = Path.Combine(AppContext.BaseDirectory, "BriefingBot.TestServers.dll");
        ProcessStartInfo start = new("dotnet", [program, "postgres", "--port", "0"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var owner = Process.Start(start)!;
        string printed = (await owner.StandardOutput.ReadLineAsync(Cancel))!;
        string database = new NpgsqlConnectionStringBuilder(printed) { Pooling = false }.ConnectionString;
        string folder = await FolderAsync(database);
        string file = await ReadAsync(database, "SELECT pg_read_file('postmaster.pid')") as string ?? "";
        using var postmaster = Process.GetProcessById(int.Parse(file.Split('\n')[0]));

        owner.Kill();

        // The watch over the server holds the owner's output until its work is done.
        Assert.Equal("", await owner.StandardOutput.ReadToEndAsync(Cancel));
        await postmaster.WaitForExitAsync(Cancel);
        Assert.False(Directory.Exists(folder));
        await Assert.ThrowsAsync<NpgsqlException>(() => ReadAsync(database, "SELECT 1"));
    }

    private static async Task<string> FolderAsync(string connectionString) =>
        Path.GetDirectoryName((string)(await ReadAsync(connectionString, "SHOW data_directory"))!)!;

    private static async Task<object?> ReadAsync(string connectionString, string sql)
    {
        await using NpgsqlConnection connection = new(connectionString);
        await connection.OpenAsync(Cancel);
        await using NpgsqlCommand command = new(sql, connection);
        return await command.ExecuteScalarAsync(Cancel);
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using NpgsqlConnection connection = new(connectionString);
        await connection.OpenAsync(Cancel);
        await ExecuteAsync(connection, sql);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
