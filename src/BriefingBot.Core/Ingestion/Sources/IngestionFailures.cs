using System.Collections.Concurrent;

namespace BriefingBot.Core.Ingestion.Sources;

/// <summary>Gathers what could not be read during one run. Safe for concurrent use.</summary>
internal sealed class IngestionFailures
{
    private readonly ConcurrentQueue<IngestionFailure> _failures = [];
    private readonly ConcurrentQueue<IngestionFailure> _skipped = [];
    private readonly ConcurrentDictionary<string, bool> _unseen = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _broken = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _withheld = new(StringComparer.Ordinal);

    /// <summary>Is there any article that the run could not look at?</summary>
    public bool AnyUnseen => !_unseen.IsEmpty;

    /// <summary>What is stored under this name may still exist although the run did not see it whole: it is not withdrawn.</summary>
    /// <param name="id">The article's name.</param>
    /// <param name="source">Where it was read when it was stored; null when that is not known.</param>
    public bool MayBeUnseen(string id, string? source) =>
        !_withheld.ContainsKey(id)
        && (
            _unseen.ContainsKey("") || _unseen.ContainsKey(id) || (source is null ? !_broken.IsEmpty : _broken.ContainsKey(FileOf(source)))
        );

    /// <summary>A source of which nothing, or not all, was read.</summary>
    public void Add(string source, string reason) => _failures.Enqueue(new IngestionFailure(source, reason));

    /// <summary>A remark on what was read nevertheless.</summary>
    public void Note(string source, string reason) => Add(source, reason);

    /// <summary>What is left out on purpose: a format that is not read, a draft.</summary>
    public void Skip(string source, string reason) => _skipped.Enqueue(new IngestionFailure(source, reason));

    /// <summary>An article that its source keeps from readers: it is taken out also when it is stored.</summary>
    public void Withhold(string id, string source, string reason)
    {
        _withheld[id] = true;
        Skip(source, reason);
    }

    /// <summary>Adds a source that is broken: what is stored of its file stays.</summary>
    public void AddBroken(string source, string reason)
    {
        Add(source, reason);
        _broken[FileOf(source)] = true;
    }

    /// <summary>Adds a source that could not be opened. <paramref name="id"/> null: nobody knows which articles it holds.</summary>
    public void AddUnopened(string source, string reason, string? id)
    {
        AddBroken(source, reason);
        _unseen[id ?? ""] = true;
    }

    /// <summary>What could not be read, in order.</summary>
    public IReadOnlyList<IngestionFailure> ToList() => Ordered(_failures);

    /// <summary>What was left out on purpose, in order.</summary>
    public IReadOnlyList<IngestionFailure> Skipped() => Ordered(_skipped);

    private static IngestionFailure[] Ordered(IEnumerable<IngestionFailure> failures) =>
        [.. failures.OrderBy(failure => failure.Source, StringComparer.Ordinal).ThenBy(failure => failure.Reason, StringComparer.Ordinal)];

    /// <summary>The file of a source "file#line".</summary>
    public static string FileOf(string source) =>
        source.LastIndexOf('#') is var hash and > 0 && source.AsSpan(hash + 1).ContainsAnyExceptInRange('0', '9') is false
            ? source[..hash]
            : source;
}
