using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Inference.Encoders;
using BriefingBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Benchmarks.Search;

/// <summary>
/// Stores of any size out of a finished index: its own articles first, beyond them copies of other days, with a third of their words taken
/// from other articles and their vectors turned by about twenty degrees. Everything is saved through the store's own door.
/// </summary>
internal static class LargeStore
{
    private const float Turn = 0.35f;
    private const int OneWordIn = 3;
    private const int MostDaysEarlier = 1500;

    /// <summary>The file in a data folder.</summary>
    public static string FileIn(string folder) => Path.Combine(folder, "briefingbot.sqlite");

    /// <summary>Opens a store of the shipped encoder's.</summary>
    public static async Task<SqliteCoverageStore> OpenAsync(string file, CancellationToken cancellationToken)
    {
        SqliteCoverageStore store = new(
            Options.Create(new SqliteStoreOptions { Path = file }),
            ShippedEncoder.Identity,
            TimeProvider.System,
            NullLogger<SqliteCoverageStore>.Instance
        );
        await store.OpenAsync(cancellationToken);
        return store;
    }

    /// <summary>Makes a store of at least so many passages in a folder, out of the index in another.</summary>
    public static async Task MakeAsync(string data, string folder, int passages, CancellationToken cancellationToken)
    {
        var source = await ReadAsync(FileIn(data), cancellationToken);
        Directory.CreateDirectory(folder);
        using var store = await OpenAsync(FileIn(folder), cancellationToken);
        Random random = new(7);
        int saved = 0;
        for (int round = 0; saved < passages; round++)
        {
            for (int i = 0; i < source.Count && saved < passages; i++)
            {
                var article = round == 0 ? source[i] : Change(source, i, round, random);
                await store.SaveAsync(article, cancellationToken);
                saved += article.Passages.Count;
            }
        }

        Console.WriteLine($"{saved} passages of {source.Count} articles and their copies in {folder}");
    }

    /// <summary>The keys and unit vectors of the passages of a store.</summary>
    public static async Task<(List<long> Keys, List<float[]> Vectors)> ReadVectorsAsync(string file, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(file, cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT v.passage, v.scale, v.codes FROM passage_vector v JOIN passage p ON p.key = v.passage WHERE p.is_current = "
            + "1 ORDER BY v.passage";
        var (keys, vectors) = (new List<long>(), new List<float[]>());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            keys.Add(reader.GetInt64(0));
            vectors.Add(ToVector(reader.GetFloat(1), reader.GetFieldValue<byte[]>(2)));
        }

        return (keys, vectors);
    }

    /// <summary>Opens a file for reading beside the store.</summary>
    public static async Task<SqliteConnection> ConnectAsync(string file, CancellationToken cancellationToken)
    {
        SqliteConnectionStringBuilder builder = new()
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        };
        SqliteConnection connection = new(builder.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    /// <summary>The current articles of an index as they were saved.</summary>
    public static async Task<List<IndexedArticle>> ReadAsync(string file, CancellationToken cancellationToken)
    {
        using var store = await OpenAsync(file, cancellationToken);
        await using var connection = await ConnectAsync(file, cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT v.scale, v.codes FROM passage_vector v JOIN passage p ON p.key = v.passage JOIN article a ON a.number = p.article "
            + "WHERE a.id = $id AND p.is_current = 1 ORDER BY p.ordinal";
        var id = command.Parameters.Add("$id", SqliteType.Text);
        List<IndexedArticle> articles = [];
        foreach (var known in (await store.GetFingerprintsAsync(cancellationToken)).Keys.OrderBy(key => key.Value, StringComparer.Ordinal))
        {
            var stored = await store.FindArticleAsync(known, null, cancellationToken);
            id.Value = known.Value;
            List<IndexedPassage> passages = [];
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                var passage = stored!.Article.Passages[passages.Count];
                passages.Add(new IndexedPassage(passage, ToVector(reader.GetFloat(0), reader.GetFieldValue<byte[]>(1)), []));
            }

            articles.Add(new IndexedArticle(stored!.Article, "1", passages));
        }

        return articles;
    }

    private static float[] ToVector(float scale, byte[] codes) =>
        [.. MemoryMarshal.Cast<byte, sbyte>(codes).ToArray().Select(code => code * scale)];

    private static IndexedArticle Change(List<IndexedArticle> source, int place, int round, Random random)
    {
        var original = source[place];
        string text = "";
        List<IndexedPassage> passages = [];
        foreach (var (passage, vector, _) in original.Passages)
        {
            string words = ChangeWords(original.Article.Text[passage.Start..passage.End], source, random);
            int start = text.Length == 0 ? 0 : text.Length + 2;
            text = text.Length == 0 ? words : text + "\n\n" + words;
            Passage moved = new(passage.Ordinal, passage.Kind, start, text.Length);
            passages.Add(new IndexedPassage(moved, TurnVector(vector.ToArray(), random), []));
        }

        var article = original.Article with
        {
            Id = ArticleId.Parse($"copy/{round}/{place}"),
            Title = ChangeWords(original.Article.Title, source, random),
            Published = original.Article.Published is { } published
                ? new PublicationDate(published.Day.AddDays(-random.Next(MostDaysEarlier)))
                : null,
            Updated = null,
            Url = null,
            Text = text,
            Passages = [.. passages.Select(passage => passage.Passage)],
        };
        return new IndexedArticle(article, "1", passages);
    }

    private static string ChangeWords(string text, List<IndexedArticle> source, Random random)
    {
        string[] others = source[random.Next(source.Count)].Article.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', text.Split(' ').Select(word => random.Next(OneWordIn) == 0 ? others[random.Next(others.Length)] : word));
    }

    private static float[] TurnVector(float[] vector, Random random)
    {
        float step = Turn * MathF.Sqrt(3f / Math.Max(1, vector.Length));
        float[] turned = [.. vector.Select(x => x + (step * ((2 * random.NextSingle()) - 1)))];
        if (turned.Length > 0)
        {
            TensorPrimitives.Divide(turned, TensorPrimitives.Norm<float>(turned), turned);
        }

        return turned;
    }
}
