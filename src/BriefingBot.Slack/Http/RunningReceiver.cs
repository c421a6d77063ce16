using BriefingBot.Slack.Inbound;

namespace BriefingBot.Slack.Http;

/// <summary>The platform runs: requests go to its receiver, and it ends when the last of them is done. Thread-safe.</summary>
internal sealed class RunningReceiver(SlackReceiver receiver, CancellationToken life)
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _inside;
    private bool _isClosed;

    /// <summary>Ends with the platform.</summary>
    public CancellationToken Life => life;

    /// <summary>Takes the deliveries.</summary>
    public SlackReceiver Receiver => receiver;

    /// <summary>Lets a request in; it leaves by <see cref="Leave"/>. False: closed.</summary>
    public bool TryEnter()
    {
        lock (_gate)
        {
            // The end of life closes it at once; CloseAsync may come a moment later.
            bool isOpen = !_isClosed && !life.IsCancellationRequested;
            _inside += isOpen ? 1 : 0;
            return isOpen;
        }
    }

    /// <summary>The request is done.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            if (--_inside == 0 && _isClosed)
            {
                _empty.SetResult();
            }
        }
    }

    /// <summary>Lets nobody in any more; completes when all are gone.</summary>
    public Task CloseAsync()
    {
        lock (_gate)
        {
            _isClosed = true;
            return _inside == 0 ? Task.CompletedTask : _empty.Task;
        }
    }
}
