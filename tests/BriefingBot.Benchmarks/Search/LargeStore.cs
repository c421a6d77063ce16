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
/// Stores of any size out of a finished index: its own passages first, beyond them copies with a part of their words taken from others and
/// their vectors turned by about twenty degrees. Everything is saved through the store's own door.
/// </summary>
internal static class LargeStore
{
    private const int PassagesOfAnArticle = 25;
    private const float Turn = 0.35f;

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

    /// <summary>The texts and unit vectors of the current passages of an index.</summary>
    public static async Task<List<(string Text, float[] Vector)>> ReadAsync(string file, CancellationToken cancellationToken)
    {
        using var store = await OpenAsync(file, cancellationToken);
        await using SqliteConnection connection = new(
            new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly }.ConnectionString
        );
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT v.passage, v.scale, v.codes FROM vector v JOIN passage p ON p.key = v.passage WHERE p.is_current = 1 AND v.scale > 0";
        Dictionary<long, float[]> vectors = [];
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            float scale = reader.GetFloat(1);
            var codes = MemoryMarshal.Cast<byte, sbyte>(reader.GetFieldValue<byte[]>(2)).ToArray();
            vectors[reader.GetInt64(0)] = [.. codes.Select(code => code * scale)];
        }

        List<(string, float[])> rows = [];
        foreach (long[] keys in vectors.Keys.Chunk(500))
        {
            rows.AddRange((await store.LoadPassagesAsync(keys, cancellationToken)).Select(passage => (passage.Text, vectors[passage.Key])));
        }

        return rows;
    }

    /// <summary>Makes a store of so many passages; all vectors that went in, in the order of their keys.</summary>
    public static async Task<List<float[]>> FillAsync(
        string file,
        List<(string Text, float[] Vector)> rows,
        int passages,
        CancellationToken cancellationToken
    )
    {
        Random random = new(7);
        List<float[]> vectors = new(passages);
        using var store = await OpenAsync(file, cancellationToken);
        while (vectors.Count < passages)
        {
            List<Passage> parts = [];
            List<IndexedPassage> indexed = [];
            string text = "";
            for (int i = 0; i < PassagesOfAnArticle && vectors.Count < passages; i++)
            {
                int place = vectors.Count;
                var (words, vector) = place < rows.Count ? rows[place] : Change(rows, place, random);
                int start = text.Length == 0 ? 0 : text.Length + 2;
                text = text.Length == 0 ? words : text + "\n\n" + words;
                parts.Add(new Passage(i, PassageKind.Body, start, text.Length));
                indexed.Add(new IndexedPassage(parts[^1], vector, []));
                vectors.Add(vector);
            }

            Article article = new()
            {
                Id = ArticleId.Parse($"copy/{vectors.Count}"),
                Title = "",
                TitleDerived = true,
                Text = text,
                Passages = parts,
            };
            await store.SaveAsync(new IndexedArticle(article, "1", indexed), cancellationToken);
        }

        await store.ActivateEncoderAsync(cancellationToken);
        return vectors;
    }

    private static (string Text, float[] Vector) Change(List<(string Text, float[] Vector)> rows, int place, Random random)
    {
        var (text, vector) = rows[place % rows.Count];
        string[] others = rows[random.Next(rows.Count)].Text.Split(' ');
        string[] words = [.. text.Split(' ').Select(word => random.Next(3) == 0 ? others[random.Next(others.Length)] : word)];
        float step = Turn * MathF.Sqrt(3f / vector.Length);
        float[] turned = [.. vector.Select(x => x + (step * ((2 * random.NextSingle()) - 1)))];
        TensorPrimitives.Divide(turned, TensorPrimitives.Norm<float>(turned), turned);
        return (string.Join(' ', words), turned);
    }
}
