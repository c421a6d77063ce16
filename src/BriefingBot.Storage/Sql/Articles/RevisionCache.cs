namespace BriefingBot.Storage.Sql.Articles;

/// <summary>
/// Revisions that were read last, within a budget: what is asked about is asked about again, and a revision never changes. When the budget
/// is passed, those that were not used for longest go until half of it is free. Thread-safe.
/// </summary>
/// <param name="mostCharacters">Of the texts together; 0 keeps none.</param>
internal sealed class RevisionCache(long mostCharacters)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, LinkedListNode<RevisionRow>> _rows = [];
    private readonly LinkedList<RevisionRow> _byUse = new();
    private long _characters;

    /// <summary>Does it keep anything?</summary>
    public bool KeepsAny => mostCharacters > 0;

    /// <summary>A revision by its number; null when it is not kept.</summary>
    public RevisionRow? Find(long number)
    {
        lock (_gate)
        {
            if (!_rows.TryGetValue(number, out var node))
            {
                return null;
            }

            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value;
        }
    }

    /// <summary>Keeps a revision.</summary>
    public void Keep(RevisionRow row)
    {
        lock (_gate)
        {
            if (mostCharacters == 0 || _rows.ContainsKey(row.Number))
            {
                return;
            }

            _rows.Add(row.Number, _byUse.AddFirst(row));
            _characters += row.Text.Length;
            if (_characters > mostCharacters)
            {
                Evict();
            }
        }
    }

    private void Evict()
    {
        while (_characters > mostCharacters / 2 && _byUse.Last is { } last)
        {
            _byUse.RemoveLast();
            _rows.Remove(last.Value.Number);
            _characters -= last.Value.Text.Length;
        }
    }
}
