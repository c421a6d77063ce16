namespace BriefingBot.Core.Ingestion;

/// <summary>Lets an index run stand still between two pieces of work, and go on. Open at first. Thread-safe.</summary>
public sealed class RunGate
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _closed;

    /// <summary>True while it is closed.</summary>
    public bool IsClosed
    {
        get
        {
            lock (_lock)
            {
                return _closed is not null;
            }
        }
    }

    /// <summary>Whoever comes to it now waits.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _closed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Whoever waits goes on.</summary>
    public void Open()
    {
        lock (_lock)
        {
            _closed?.TrySetResult();
            _closed = null;
        }
    }

    /// <summary>Completes once it is open.</summary>
    public Task PassAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return _closed is null ? Task.CompletedTask : _closed.Task.WaitAsync(cancellationToken);
        }
    }
}
