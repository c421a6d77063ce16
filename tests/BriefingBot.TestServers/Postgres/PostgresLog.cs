using System.Collections.Concurrent;

namespace BriefingBot.TestServers.Postgres;

/// <summary>The last lines that a server wrote to standard error, over all its runs. Thread-safe.</summary>
internal sealed class PostgresLog
{
    private const int Kept = 1000;
    private readonly ConcurrentQueue<string> _lines = [];

    public IReadOnlyList<string> Lines => [.. _lines];

    public void Add(string line)
    {
        _lines.Enqueue(line);
        if (_lines.Count > Kept)
        {
            _lines.TryDequeue(out _);
        }
    }

    public override string ToString() => string.Join('\n', _lines);
}
