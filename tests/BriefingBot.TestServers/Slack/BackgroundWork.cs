namespace BriefingBot.TestServers.Slack;

/// <summary>Work that nobody waits for until the server stops.</summary>
internal sealed class BackgroundWork : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly CancellationToken _stopping;
    private readonly List<Task> _running = [];

    public BackgroundWork() => _stopping = _source.Token;

    /// <summary>Starts it on the calling thread, up to its first wait. To be called under the gate.</summary>
    public void Start(Func<CancellationToken, Task> work)
    {
        _running.RemoveAll(static task => task.IsCompletedSuccessfully);
        _running.Add(work(_stopping));
    }

    /// <summary>Cancels what runs and waits for its end; an error of its own comes out here.</summary>
    public async Task StopAsync(Lock gate)
    {
        await _source.CancelAsync();
        Task[] running;
        lock (gate)
        {
            running = [.. _running];
        }

        try
        {
            await Task.WhenAll(running);
        }
        catch (OperationCanceledException)
        {
            // That was the wish.
        }
    }

    public void Dispose() => _source.Dispose();
}
