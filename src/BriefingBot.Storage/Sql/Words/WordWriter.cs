using BriefingBot.Storage.Search.Words;

namespace BriefingBot.Storage.Sql.Words;

/// <summary>
/// Writes which terms stand in passages: first a row a passage, and when all keys of a block are given away, a row a term of the block in
/// place of them. Its caller has its turn (<see cref="WriteTurn.Coverage"/>).
/// </summary>
internal sealed class WordWriter
{
    private static readonly TableColumn[] Columns = [new("passage", ColumnKind.LongInteger), new("entries", ColumnKind.Bytes)];

    private const int MostKnown = 65_536;

    // Terms are never removed, but those of a transaction that is rolled back are: known are only those that were read.
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

    /// <summary>The numbers of stems, which are given one where they have none.</summary>
    /// <param name="session">In a transaction.</param>
    /// <param name="stems">Each at least once.</param>
    public IReadOnlyDictionary<string, int> Number(SqlSession session, IEnumerable<string> stems)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        List<string> unknown = [];
        foreach (string stem in stems)
        {
            if (_known.TryGetValue(stem, out int number))
            {
                numbers[stem] = number;
            }
            else if (numbers.TryAdd(stem, 0))
            {
                unknown.Add(stem);
            }
        }

        if (unknown.Count > 0)
        {
            Read(session, KnownTerms(session), unknown, numbers);
            Remember(unknown, numbers);
            unknown.RemoveAll(stem => numbers[stem] != 0);
        }

        if (unknown.Count > 0)
        {
            // "WHERE true" tells SQLite that what follows is no join.
            session.Execute(
                $"INSERT INTO term (stem) SELECT value FROM {session.Each("$1")} j WHERE true ON CONFLICT (stem) DO NOTHING",
                JsonList.Of(unknown)
            );
            Read(session, KnownTerms(session), unknown, numbers);
        }

        return numbers;
    }

    /// <summary>Writes the terms of passages that have none yet.</summary>
    /// <param name="session">In a transaction.</param>
    /// <param name="passages">Their keys and their stems, each as often as it is to count.</param>
    /// <param name="numbers">Of <see cref="Number"/>.</param>
    public static void Insert(
        SqlSession session,
        IReadOnlyList<(long Key, List<string> Stems)> passages,
        IReadOnlyDictionary<string, int> numbers
    ) =>
        session.InsertRows(
            "passage_term",
            Columns,
            passages.Select(passage => new object?[] { passage.Key, PassageTerms.Write([.. passage.Stems.Select(stem => numbers[stem])]) })
        );

    /// <summary>Takes away the terms of an article's current passages; blocks keep theirs, and searches pass them over.</summary>
    public static void Forget(SqlSession session, long article) =>
        session.Execute(
            "DELETE FROM passage_term WHERE passage IN (SELECT key FROM passage WHERE article = $1 AND is_current = 1)",
            article
        );

    private void Remember(List<string> read, Dictionary<string, int> numbers)
    {
        if (_known.Count > MostKnown)
        {
            _known.Clear();
        }

        foreach (string stem in read.Where(stem => numbers[stem] != 0))
        {
            _known[stem] = numbers[stem];
        }
    }

    private static string KnownTerms(SqlSession session) =>
        $"SELECT t.stem, t.number FROM {session.Each("$1")} j JOIN term t ON t.stem = j.value";

    private static void Read(SqlSession session, string sql, List<string> stems, Dictionary<string, int> numbers)
    {
        using var reader = session.Prepare(sql, JsonList.Of(stems)).ExecuteReader();
        while (reader.Read())
        {
            numbers[reader.GetString(0)] = reader.GetInt32(1);
        }
    }
}
