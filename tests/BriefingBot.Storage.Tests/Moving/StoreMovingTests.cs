using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Stories;
using BriefingBot.Storage.Moving;
using BriefingBot.Storage.Sql;
using BriefingBot.Storage.Sql.Stories;
using BriefingBot.Storage.Sqlite;
using BriefingBot.Storage.Tests.Chat;
using BriefingBot.Storage.Tests.Postgres;
using BriefingBot.Storage.Tests.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;
using Xunit;

namespace BriefingBot.Storage.Tests.Moving;

public sealed class StoreMovingTests : IAsyncDisposable
{
    private readonly SqliteStoreFactory _sqlite = new();
    private readonly PostgresStoreFactory _postgres = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _sqlite.Dispose();
        await _postgres.DisposeAsync();
    }

    [Fact]
    public async Task A_store_goes_into_the_other_engine_and_back_as_it_was()
    {
        await FillAsync(await _sqlite.OpenAsync(Ct), articles: 12);
        string back = _sqlite.Folder.File("back.sqlite");

        var there = FromFile().Run(await _postgres.GetDatabaseAsync(Ct), null, Ct);
        var again = (await FromServerAsync()).Run(back, null, Ct);

        Assert.Equal((there.Rows, there.Rows), (there.Copied, again.Copied));
        Assert.Equal((12, 1), (there.Articles, there.Questions));
        foreach (var store in new SqlCoverageStore[] { await _postgres.OpenAsync(Ct), await OpenAsync(back) })
        {
            var question = ChatSamples.Question("1", DateTimeOffset.UnixEpoch);
            Assert.Equal(
                question.Text,
                (await StoresOver.Chat(store, TimeProvider.System).Journal.FindAsync(question.Id, Ct))!.Question.Text
            );
            var answer = await StoresOver.Chat(store, TimeProvider.System).Conversations.FindAnswerAsync(AnswerId.Of(question.Id), Ct);
            Assert.Equal(2, answer!.Citations.Count);
            Assert.Equal("a\0b", (await store.FindArticleAsync(Id(3), null, Ct))!.Article.Title);
            var story = Assert.Single(await new SqlStoryStore(store, TimeProvider.System).ListNewerAsync(null, 10, Ct));
            Assert.Equal(2, story.Reports.Count);
            Assert.NotEmpty(await store.SearchVectorsAsync(Samples.Vector("Paragraph 5."), new CoverageFilter(), 3, Ct));

            // What is new comes after all that was.
            long last = (await store.GetArrivalsAsync([Id(11)], Ct))[Id(11)];
            await store.SaveAsync(Samples.Indexed(Samples.Article("new", "New", "The newest harbour.")), Ct);
            Assert.Equal(last + 1, (await store.GetArrivalsAsync([ArticleId.Parse("new")], Ct)).Values.Single());
            var hit = Assert.Single(await store.SearchWordsAsync(Samples.Stems("harbour"), new CoverageFilter(), 9, Ct));
            Assert.Equal("The newest harbour.", (await store.LoadPassagesAsync([hit.Key], Ct)).Single().Text);
        }
    }

    [Fact]
    public async Task An_interrupted_copy_is_no_store_and_goes_on_where_it_stopped()
    {
        await FillAsync(await _sqlite.OpenAsync(Ct), articles: 1500);
        string target = await _postgres.GetDatabaseAsync(Ct);
        using CancellationTokenSource interrupt = CancellationTokenSource.CreateLinkedTokenSource(Ct);

        Assert.ThrowsAny<OperationCanceledException>(() => FromFile().Run(target, new CancelAt(0.2, interrupt), interrupt.Token));
        var refused = await Assert.ThrowsAsync<StoreException>(() => _postgres.OpenAsync(Ct));
        var done = FromFile().Run(target, null, Ct);

        Assert.Contains("was not finished", refused.Message, StringComparison.Ordinal);
        Assert.InRange(done.Copied, 1, done.Rows - 1);
        Assert.Equal(1500, (await (await _postgres.OpenAsync(Ct)).GetStatusAsync(Ct)).Articles);
    }

    [Fact]
    public async Task A_store_that_changed_while_it_was_copied_is_told_and_the_copy_stays_no_store()
    {
        var store = await _sqlite.OpenAsync(Ct);
        await FillAsync(store, articles: 1500);
        string target = await _postgres.GetDatabaseAsync(Ct);
        using CancellationTokenSource interrupt = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        Assert.ThrowsAny<OperationCanceledException>(() => FromFile().Run(target, new CancelAt(0.2, interrupt), interrupt.Token));
        await store.WithdrawAsync(Id(0), Ct);

        var error = Assert.Throws<StoreException>(() => FromFile().Run(target, null, Ct));

        Assert.Contains("'article' is not the same", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StoreException>(() => _postgres.OpenAsync(Ct));
    }

    [Fact]
    public async Task What_holds_a_store_already_is_left_as_it_was()
    {
        await FillAsync(await _sqlite.OpenAsync(Ct), articles: 1);
        await (await _postgres.OpenAsync(Ct)).SaveAsync(Samples.Indexed(Samples.Article("theirs", "Theirs", "One.")), Ct);

        string target = await _postgres.GetDatabaseAsync(Ct);
        var error = Assert.Throws<StoreException>(() => FromFile().Run(target, null, Ct));
        var itself = Assert.Throws<StoreException>(() => FromFile().Run(_sqlite.Path, null, Ct));

        Assert.Contains("holds something already", error.Message, StringComparison.Ordinal);
        Assert.Contains("is the store itself", itself.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await (await _postgres.OpenAsync(Ct)).GetStatusAsync(Ct)).Articles);
    }

    [Fact]
    public async Task Every_table_of_either_engine_is_copied_or_left_out_by_name()
    {
        await _sqlite.OpenAsync(Ct);
        await _postgres.OpenAsync(Ct);
        string[] named = [.. MovedTables.All.Select(table => table.Name).Concat(MovedTables.LeftOut).Order(StringComparer.Ordinal)];

        await using SqliteConnection file = new($"Data Source={_sqlite.Path};Pooling=False");
        await using NpgsqlConnection server = new(await _postgres.GetDatabaseAsync(Ct));
        await file.OpenAsync(Ct);
        await server.OpenAsync(Ct);
        await using var inFile = file.CreateCommand();
        inFile.CommandText =
            "SELECT t.name || ' ' || group_concat(c.name, ' ' ORDER BY c.pk) FROM sqlite_schema t JOIN pragma_table_info(t.name) c ON c.pk > 0 "
            + "WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' GROUP BY t.name ORDER BY 1";
        await using var onServer = server.CreateCommand();
        onServer.CommandText =
            "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'store_schema' ORDER BY 1";

        var tables = await ReadAsync(inFile);
        Assert.Equal(named, tables.Select(table => table.Split(' ')[0]).Order(StringComparer.Ordinal));
        Assert.Equal(named, (await ReadAsync(onServer)).Order(StringComparer.Ordinal));
        Assert.All(MovedTables.All, table => Assert.Contains($"{table.Name} {string.Join(' ', table.Key)}", tables));
    }

    private static async Task<List<string>> ReadAsync(System.Data.Common.DbCommand query)
    {
        List<string> values = [];
        await using var row = await query.ExecuteReaderAsync(Ct);
        while (await row.ReadAsync(Ct))
        {
            values.Add(row.GetString(0));
        }

        return values;
    }

    private static async Task FillAsync(SqlCoverageStore store, int articles)
    {
        for (int i = 0; i < articles; i++)
        {
            string title = i == 3 ? "a\0b" : $"Title {i}";
            await store.SaveAsync(
                Samples.Indexed(
                    Samples.Article(Id(i).Value, title, $"Paragraph {i}.", "Another one.") with
                    {
                        Published = new PublicationDate(new DateOnly(2026, 1, 1).AddDays(i % 300)),
                    },
                    periods: _ => [Samples.Window("2026-02-01", "2026-02-03")]
                ),
                Ct
            );
        }

        if (articles > 2)
        {
            await GroupAsync(store);
        }

        var chat = StoresOver.Chat(store, TimeProvider.System);
        var question = ChatSamples.Question("1", DateTimeOffset.UnixEpoch);
        await chat.Journal.TryBeginAsync(question, "owner", TimeSpan.FromMinutes(1), Ct);
        await chat.Journal.RecordDeliveredAsync(question.Id, new(0, "message"), Ct);
        await chat.Conversations.SaveAnswerAsync(ChatSamples.Answer(question, DateTimeOffset.UnixEpoch), Ct);
        await chat.Conversations.VoteAsync(AnswerId.Of(question.Id), "ada", FeedbackVote.Helpful, Ct);
        await chat.State.SetPlatformStateAsync("slack", "key", "välue", Ct);
        await chat.State.SetPlatformStateAsync("slack", "Key", "another", Ct);
        await store.RecordGapAsync("Why Ö?", "slack:T:ada", DateTimeOffset.UnixEpoch, Ct);
        await store.RecordGapAsync("Why not?", null, DateTimeOffset.UnixEpoch, Ct);
    }

    /// <summary>A story that became part of a later one: its row refers to a row after it.</summary>
    private static async Task GroupAsync(SqlCoverageStore store)
    {
        SqlStoryStore stories = new(store, TimeProvider.System);
        var work = (await stories.TakeWorkAsync(Ct)).Unlinked.Take(2).ToList();
        await stories.LinkAsync(
            [.. work.Select(one => new StoryNode(one.Article, one.Version, null, Samples.Vector(one.Article.Value), null))],
            [StoryLink.Between(work[0].Article, work[1].Article, 900)],
            Ct
        );
        await stories.SaveAsync(
            [new StoryDecision([work[0].Article], null, [], null), new StoryDecision([work[1].Article], null, [], null)],
            Ct
        );
        var made = await stories.FindStoriesAsync([work[0].Article, work[1].Article], Ct);
        await stories.SaveAsync(
            [new StoryDecision([work[0].Article, work[1].Article], made[work[1].Article], [made[work[0].Article]], null)],
            Ct
        );
    }

    private async Task<SqliteCoverageStore> OpenAsync(string path)
    {
        var store = _sqlite.Create(configure: options => options.Path = path);
        await store.OpenAsync(Ct);
        return store;
    }

    private StoreMoving FromFile() =>
        new(Options.Create(new StorageOptions()), Options.Create(new SqliteStoreOptions { Path = _sqlite.Path }));

    private async Task<StoreMoving> FromServerAsync() =>
        new(
            Options.Create(
                new StorageOptions { Provider = StorageProvider.Postgres, ConnectionString = await _postgres.GetDatabaseAsync(Ct) }
            ),
            Options.Create(new SqliteStoreOptions())
        );

    private static ArticleId Id(int number) => ArticleId.Parse($"wire/{number}");

    private sealed class CancelAt(double share, CancellationTokenSource interrupt) : IProgress<double>
    {
        public void Report(double value)
        {
            if (value >= share)
            {
                interrupt.Cancel();
            }
        }
    }
}
