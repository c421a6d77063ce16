namespace BriefingBot.TestServers.Models.Streaming;

/// <summary>
/// Holds the tokens of every answer back, so that a test can look between two of them without waiting for time to pass. Open at first.
/// Leave is given to whichever answer comes next; hold one answer at a time.
/// </summary>
public sealed class TokenGate
{
    private readonly Lock _sync = new();
    private TaskCompletionSource _change = NewSignal();
    private bool _isClosed;
    private int _leave;
    private Func<string, bool>? _until;
    private int _waiting;

    /// <summary>No token leaves until it is released.</summary>
    public void Close() => Set(() => (_isClosed, _leave, _until) = (true, 0, null));

    /// <summary>Everything leaves from here on.</summary>
    public void Open() => Set(() => (_isClosed, _until) = (false, null));

    /// <summary>Lets so many more tokens go.</summary>
    public void Release(int tokens = 1) => Set(() => _leave += tokens);

    /// <summary>Lets tokens go until what was written of the answer fits; the token that makes it fit is the last to go.</summary>
    public void ReleaseUntil(Func<string, bool> written) => Set(() => _until = written);

    /// <summary>
    /// Waits until an answer stands at the gate with no leave to go on. Waits 10 s when no time is given, then
    /// <see cref="TimeoutException"/>.
    /// </summary>
    public async Task WaitForHeldAsync(TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(timeout ?? TimeSpan.FromSeconds(10));
        while (true)
        {
            Task change;
            lock (_sync)
            {
                if (_isClosed && _leave == 0 && _until is null && _waiting > 0)
                {
                    return;
                }

                change = _change.Task;
            }

            try
            {
                await change.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException("No answer of the fake model came to its token gate.", exception);
            }
        }
    }

    /// <summary>Returns when the next token may go.</summary>
    internal async Task PassAsync(string written, CancellationToken cancellationToken)
    {
        bool isWaiting = false;
        try
        {
            while (true)
            {
                Task change;
                lock (_sync)
                {
                    if (TryPass(written))
                    {
                        // Under the same lock, or the answer would still look held while its token is on the way.
                        _waiting -= isWaiting ? 1 : 0;
                        isWaiting = false;
                        return;
                    }

                    if (!isWaiting)
                    {
                        isWaiting = true;
                        _waiting++;
                        Raise();
                    }

                    change = _change.Task;
                }

                await change.WaitAsync(cancellationToken);
            }
        }
        finally
        {
            if (isWaiting)
            {
                Set(() => _waiting--);
            }
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool TryPass(string written)
    {
        if (!_isClosed)
        {
            return true;
        }

        if (_until is not null)
        {
            if (!_until(written))
            {
                return true;
            }

            _until = null;
            Raise();
        }

        if (_leave == 0)
        {
            return false;
        }

        _leave--;
        return true;
    }

    private void Set(Action change)
    {
        lock (_sync)
        {
            change();
            Raise();
        }
    }

    private void Raise()
    {
        TaskCompletionSource raised = _change;
        _change = NewSignal();
        raised.SetResult();
    }
}
