using System.Runtime.InteropServices;
using BriefingBot.Core.Coverage;

namespace BriefingBot.Storage.Sqlite.Search;

/// <summary>Leads the posting lists in memory forward by new passages, so that they need not be read anew.</summary>
internal static class PostingUpdate
{
    /// <summary>Adds the passages that follow the rows of a snapshot.</summary>
    /// <param name="session">To read their texts.</param>
    /// <param name="before">The snapshot whose lists are led forward.</param>
    /// <param name="added">The new passages in the order of their keys.</param>
    /// <param name="count">All rows with the new ones.</param>
    public static void Append(SqliteSession session, PassageSnapshot before, IReadOnlyList<PassageRow> added, int count)
    {
        if (before.Postings.IsEmpty || added.Count == 0)
        {
            return;
        }

        var entries = Collect(session, before.Count, added);
        foreach (var (stem, list) in before.Postings.Lists)
        {
            if (list.Through == before.Count)
            {
                before.Postings.Keep(stem, list.Append(entries.GetValueOrDefault(stem, []), count));
            }
            else
            {
                before.Postings.Forget(stem);
            }
        }
    }

    private static Dictionary<string, List<(int Slot, int Frequency)>> Collect(
        SqliteSession session,
        int first,
        IReadOnlyList<PassageRow> added
    )
    {
        Dictionary<string, List<(int Slot, int Frequency)>> entries = new(StringComparer.Ordinal);
        long revision = -1;
        var (title, text) = ("", "");
        for (int i = 0; i < added.Count; i++)
        {
            var row = added[i];
            if (row.Revision != revision)
            {
                (title, text) = ReadText(session, row.Revision);
                revision = row.Revision;
            }

            var stems = PassageStems.Of(text.AsSpan((int)row.Start, (int)(row.End - row.Start)));
            if (PassageStems.CarriesTitle((PassageKind)row.Kind))
            {
                stems = stems.Concat(PassageStems.Of(title));
            }

            foreach (var group in stems.GroupBy(s => s, StringComparer.Ordinal))
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(entries, group.Key, out _) ??= []).Add((first + i, group.Count()));
            }
        }

        return entries;
    }

    private static (string Title, string Text) ReadText(SqliteSession session, long revision)
    {
        using var reader = session.Prepare("SELECT title, text FROM revision WHERE number = $1", revision).ExecuteReader();
        reader.Read();
        return (SqliteText.Read(reader, 0) ?? "", SqliteText.Read(reader, 1) ?? "");
    }
}
