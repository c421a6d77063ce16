using System.Collections.Concurrent;

namespace BriefingBot.Core.Ingestion.Sources;

/// <summary>Gathers what could not be read during one run. Safe for concurrent use.</summary>
internal sealed class IngestionFailures
{
    private readonly ConcurrentQueue<IngestionFailure> _failures = [];
    private readonly ConcurrentDictionary<string, bool> _unseen = new(StringComparer.Ordinal);

    /// <summary>Articles that may still exist although their source could not be opened: they are not withdrawn.</summary>
    public bool MayBeUnseen(string id) => _unseen.ContainsKey(id) || _unseen.ContainsKey("");

    /// <summary>Is there any article that the run could not look at?</summary>
    public bool AnyUnseen => !_unseen.IsEmpty;

    public void Add(string source, string reason) => _failures.Enqueue(new IngestionFailure(source, reason));

    /// <summary>Adds a source that could not be opened. <paramref name="id"/> null: nobody knows which articles it holds.</summary>
    public void AddUnopened(string source, string reason, string? id)
    {
        Add(source, reason);
        _unseen[id ?? ""] = true;
    }

    public IReadOnlyList<IngestionFailure> ToList() =>
        [.. _failures.OrderBy(failure => failure.Source, StringComparer.Ordinal).ThenBy(failure => failure.Reason, StringComparer.Ordinal)];
}
