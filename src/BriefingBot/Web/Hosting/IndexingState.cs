using System.Runtime.ExceptionServices;
using BriefingBot.Core.Ingestion;

namespace BriefingBot.Web.Hosting;

/// <summary>How far the index run at start is; read by pages and probes. Safe for concurrent use.</summary>
internal sealed class IndexingState : IProgress<IngestionProgress>
{
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile IngestionReport? _report;
    private volatile IngestionProgress? _progress;
    private volatile ExceptionDispatchInfo? _failure;

    /// <summary>What the last run came to; null until it is over.</summary>
    public IngestionReport? Report => _report;

    /// <summary>How far the running run is; null before its first article.</summary>
    public IngestionProgress? Progress => _progress;

    /// <summary>True once the coverage is indexed.</summary>
    public bool IsIndexed => _report is not null;

    /// <summary>Ends with the run, unless it fails: then the host stops.</summary>
    public Task Completion => _completion.Task;

    /// <summary>The run is over.</summary>
    public void Complete(IngestionReport report)
    {
        _report = report;
        _completion.TrySetResult();
    }

    /// <summary>The run failed; the host stops and ends with it.</summary>
    public void Fail(Exception exception) => _failure = ExceptionDispatchInfo.Capture(exception);

    /// <summary>Throws what ended the run.</summary>
    public void ThrowIfFailed() => _failure?.Throw();

    /// <inheritdoc/>
    void IProgress<IngestionProgress>.Report(IngestionProgress value) => _progress = value;
}
