using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Postgres;
using BriefingBot.TestServers.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using Xunit;

namespace BriefingBot.Storage.Tests.Postgres;

/// <summary>What a connection may have wrong with it: one line that says what to do, without a secret.</summary>
public sealed class BadPostgresTests : IAsyncDisposable
{
    private const string Secret = "hunter2";
    private readonly PostgresStoreFactory _factory = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _factory.DisposeAsync();

    [Fact]
    public async Task A_server_that_is_not_there_is_named()
    {
        Assert.Contains(
            "cannot be reached (Connection refused)",
            await OpenAsync("Host=127.0.0.1;Port=1;Username=bot"),
            StringComparison.Ordinal
        );
        Assert.Contains("does not resolve", await OpenAsync("Host=nosuch.invalid;Username=bot"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_to_be_made() =>
        Assert.Contains(
            "There is no such database",
            await OpenAsync(await ChangeAsync(address => address.Database = "nope")),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_wrong_password_is_refused_without_being_repeated()
    {
        string message = await OpenAsync(await ChangeAsync(address => address.Password = Secret));

        Assert.Contains("refuses the login: check user name and password", message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_without_rights_is_to_be_given_them()
    {
        var server = await PostgresServer.SharedAsync(Ct);
        await server.CreateRoleAsync("poor", Secret, Ct);

        string message = await OpenAsync(await ChangeAsync(address => (address.Username, address.Password) = ("poor", Secret)));

        Assert.Contains("may not do this (permission denied for schema public)", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_TLS_is_told_from_one_that_is_away() =>
        Assert.Contains(
            "does not speak TLS",
            await OpenAsync(await ChangeAsync(address => address.SslMode = SslMode.Require)),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("Host=127.0.0.1;Prot=3;Password=hunter2")]
    [InlineData("postgres://bot:hunter2@db/news")]
    [InlineData("hunter2")]
    public async Task A_string_that_cannot_be_read_is_not_repeated(string connection)
    {
        string message = await OpenAsync(connection);

        Assert.Contains("Host=localhost;Database=briefingbot", message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_programs_tables_are_left_as_they_are()
    {
        await ExecuteAsync("CREATE TABLE invoice (number integer)");

        Assert.Contains(
            "tables of another program ('invoice')",
            await OpenAsync(await _factory.GetDatabaseAsync(Ct)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Tables_that_another_process_is_just_making_are_not_another_programs()
    {
        // The moment in which a look finds no store yet and the next its tables already, held still.
        await using NpgsqlConnection making = new(await _factory.GetDatabaseAsync(Ct));
        await making.OpenAsync(Ct);
        await ExecuteAsync("CREATE TABLE article (number integer)");
        await using var transaction = await making.BeginTransactionAsync(Ct);
        await using NpgsqlCommand command = new("SELECT pg_advisory_xact_lock(1111650164, 0); DROP TABLE article", making, transaction);
        await command.ExecuteNonQueryAsync(Ct);

        var opening = Task.Run(() => _factory.OpenAsync(Ct), Ct);
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(50));
        while (
            !opening.IsCompleted
            && await _factory.ReadAsync(
                "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = "
                    + "(SELECT oid FROM pg_database WHERE datname = current_database())",
                Ct
            ) == 0
        )
        {
            await timer.WaitForNextTickAsync(Ct);
        }

        await transaction.CommitAsync(Ct);

        Assert.Equal(0, (await (await opening).GetStatusAsync(Ct)).Articles);
    }

    [Fact]
    public async Task A_schema_of_its_own_keeps_two_stores_of_a_database_apart()
    {
        await ExecuteAsync("CREATE TABLE invoice (number integer); CREATE SCHEMA desk; CREATE SCHEMA night");
        var stores = new List<PostgresCoverageStore>();
        foreach (string schema in (string[])["desk", "night"])
        {
            stores.Add(
                await _factory.OpenAsync(
                    Ct,
                    configure: options => options.ConnectionString = $"{options.ConnectionString};Search Path={schema}"
                )
            );
        }

        await stores[0].SaveAsync(Samples.Indexed(Samples.Article("a", "A harbour", "One.")), Ct);

        Assert.Equal(1, (await stores[0].GetStatusAsync(Ct)).Articles);
        Assert.Equal(0, (await stores[1].GetStatusAsync(Ct)).Articles);
        Assert.Contains(
            "does not exist",
            await OpenAsync($"{await _factory.GetDatabaseAsync(Ct)};Search Path=nowhere"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_store_of_a_newer_version_is_refused_unless_it_says_that_this_one_may()
    {
        await _factory.OpenAsync(Ct);
        await ExecuteAsync("UPDATE store_schema SET version = version + 1");
        var store = await _factory.OpenAsync(Ct);
        await store.SaveAsync(Samples.Indexed(Samples.Article("a", "A harbour", "One.")), Ct);

        await ExecuteAsync("UPDATE store_schema SET readable_from = version");

        Assert.Contains("written by a newer version", await OpenAsync(await _factory.GetDatabaseAsync(Ct)), StringComparison.Ordinal);
        Assert.Equal(1, (await store.GetStatusAsync(Ct)).Articles);
    }

    [Fact]
    public async Task A_server_that_only_reads_gives_answers_and_says_why_it_stores_nothing()
    {
        await (await _factory.OpenAsync(Ct)).SaveAsync(Samples.Indexed(Samples.Article("a", "A harbour", "One.")), Ct);
        var store = await _factory.OpenAsync(
            Ct,
            configure: options => options.ConnectionString = $"{options.ConnectionString};Options=-c default_transaction_read_only=on"
        );

        var error = await Assert.ThrowsAsync<StoreException>(() =>
            store.SaveAsync(Samples.Indexed(Samples.Article("b", "Another", "Two.")), Ct)
        );

        Assert.Contains("can be read but not written", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(await store.SearchWordsAsync(Samples.Stems("harbour"), new CoverageFilter(), 5, Ct));
    }

    [Fact]
    public async Task A_full_disk_is_told_and_what_was_stored_is_kept()
    {
        var store = await _factory.OpenAsync(Ct);
        await store.SaveAsync(Samples.Indexed(Samples.Article("a", "A harbour", "One.")), Ct);
        // What the server says when its disk is full, without filling one.
        await ExecuteAsync(
            """
            CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no space' USING ERRCODE = 'disk_full'; END $$;
            CREATE TRIGGER no_room BEFORE INSERT ON passage_vector FOR EACH ROW EXECUTE FUNCTION no_room()
            """
        );

        var error = await Assert.ThrowsAsync<StoreException>(() =>
            store.SaveAsync(Samples.Indexed(Samples.Article("b", "Another", "Two.")), Ct)
        );
        await ExecuteAsync("DROP TRIGGER no_room ON passage_vector");
        await store.SaveAsync(Samples.Indexed(Samples.Article("c", "A third", "Three.")), Ct);

        Assert.Contains("No room left on the disk", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await store.GetStatusAsync(Ct)).Articles);
        Assert.NotEmpty(await store.SearchWordsAsync(Samples.Stems("harbour"), new CoverageFilter(), 5, Ct));
    }

    [Fact]
    public async Task The_connection_may_come_from_a_file_or_the_environment_but_not_from_two_places()
    {
        NpgsqlConnectionStringBuilder address = new(await _factory.GetDatabaseAsync(Ct));
        Dictionary<string, string?> environment = new()
        {
            ["PGHOST"] = "db.example",
            ["PGPORT"] = "5433",
            ["PGDATABASE"] = "news",
        };
        using TempFolder folder = new();
        string file = folder.File("connection");
        await File.WriteAllTextAsync(file, address.ConnectionString + "\n", Ct);

        var fromFile = PostgresAddress.Read(new PostgresStoreOptions { ConnectionStringFile = file }, _ => null);
        var fromEnvironment = PostgresAddress.Read(new PostgresStoreOptions(), environment.GetValueOrDefault);

        Assert.Equal((address.Host, address.Port, address.Database), (fromFile.Host, fromFile.Port, fromFile.Database));
        Assert.Equal("news on db.example:5433", PostgresAddress.NameOf(fromEnvironment));
        Assert.True(fromFile.MaxAutoPrepare > 0);
        Assert.Throws<StoreException>(() => PostgresAddress.Read(new PostgresStoreOptions(), _ => null));
        Assert.Throws<StoreException>(() =>
            PostgresAddress.Read(new PostgresStoreOptions { ConnectionString = "Host=a", ConnectionStringFile = file }, _ => null)
        );
        Assert.Contains(
            "cannot be read",
            Assert
                .Throws<StoreException>(() =>
                    PostgresAddress.Read(new PostgresStoreOptions { ConnectionStringFile = file + "?" }, _ => null)
                )
                .Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_server_without_pgvector_says_what_to_do()
    {
        Assert.SkipUnless(
            await _factory.ReadAsync("SELECT count(*) FROM pg_available_extensions WHERE name = 'vector'", Ct) == 0,
            "NOT CHECKED: this server has pgvector."
        );

        Assert.Contains(
            "does not have the extension vector: install it there (pgvector, version 0.8 or later), or set Search:Vectors to Memory.",
            await OpenAsync(await _factory.GetDatabaseAsync(Ct), VectorPlace.Pgvector),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_store_whose_table_of_vectors_had_the_name_of_a_type_is_brought_forward()
    {
        var before = await _factory.OpenAsync(Ct);
        await before.SaveAsync(Samples.Indexed(Samples.Article("a", "A harbour", "One.")), Ct);
        await ExecuteAsync(
            "ALTER TABLE passage_vector RENAME TO vector; DROP INDEX revision_by_outlet, revision_by_byline; DROP TABLE kept_answer; "
                + "ALTER TABLE passage DROP COLUMN planted; "
                + "UPDATE store_schema SET version = 1, readable_from = 1"
        );

        var store = await _factory.OpenAsync(Ct);

        Assert.NotEmpty(await store.SearchVectorsAsync(Samples.Vector("One."), new CoverageFilter(), 5, Ct));
        Assert.Equal(2, await _factory.ReadAsync("SELECT least(version, readable_from) FROM store_schema", Ct));
    }

    [Fact]
    public async Task A_table_of_vectors_in_another_schema_of_the_search_path_is_left_as_it_is()
    {
        await ExecuteAsync("CREATE TABLE vector (number integer); CREATE SCHEMA desk");

        await _factory.OpenAsync(
            Ct,
            configure: options => options.ConnectionString = $"{options.ConnectionString};Search Path=desk,public"
        );

        Assert.Equal(0, await _factory.ReadAsync("SELECT count(*) FROM public.vector", Ct));
        Assert.Equal(0, await _factory.ReadAsync("SELECT count(*) FROM desk.passage_vector", Ct));
    }

    /// <summary>What opening a store says.</summary>
    private static async Task<string> OpenAsync(string connection, VectorPlace vectors = VectorPlace.Memory)
    {
        await using PostgresCoverageStore store = new(
            Options.Create(new PostgresStoreOptions { ConnectionString = connection, Vectors = vectors }),
            Samples.Encoder,
            TimeProvider.System,
            NullLogger<PostgresCoverageStore>.Instance
        );
        string message = (await Assert.ThrowsAsync<StoreException>(() => store.OpenAsync(Ct))).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }

    private async Task<string> ChangeAsync(Action<NpgsqlConnectionStringBuilder> change)
    {
        NpgsqlConnectionStringBuilder address = new(await _factory.GetDatabaseAsync(Ct));
        change(address);
        return address.ConnectionString;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using NpgsqlConnection connection = new(await _factory.GetDatabaseAsync(Ct));
        await connection.OpenAsync(Ct);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text comes from this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Ct);
    }
}
