using System.Runtime.ExceptionServices;

namespace BriefingBot.Web.Hosting;

/// <summary>What became of the loop that answers the questions of chats. Safe for concurrent use.</summary>
internal sealed class ChatState
{
    private volatile ExceptionDispatchInfo? _failure;

    /// <summary>It cannot go on; the host stops and ends with it.</summary>
    public void Fail(Exception exception) => _failure = ExceptionDispatchInfo.Capture(exception);

    /// <summary>Throws what ended it.</summary>
    public void ThrowIfFailed() => _failure?.Throw();
}
