namespace BriefingBot.TestServers;

/// <summary>Wakes who waits for a condition each time the state changed.</summary>
internal sealed class ChangeSignal
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Taken under the gate together with the look at the condition, so that no change falls between the two.
    public Task Next => _next.Task;

    public void Raise()
    {
        TaskCompletionSource raised = _next;
        _next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        raised.SetResult();
    }
}
