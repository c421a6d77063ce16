namespace BriefingBot.TestServers.Proxy;

/// <summary>What everything has to pass; open at first. Thread-safe.</summary>
internal sealed class PassGate
{
    private volatile TaskCompletionSource _opening = Opened();

    public bool IsOpen => _opening.Task.IsCompleted;

    public void Open() => _opening.TrySetResult();

    public void Close()
    {
        if (IsOpen)
        {
            _opening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public Task WaitAsync(CancellationToken cancellationToken) => _opening.Task.WaitAsync(cancellationToken);

    private static TaskCompletionSource Opened()
    {
        TaskCompletionSource opened = new();
        opened.SetResult();
        return opened;
    }
}
