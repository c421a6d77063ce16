using System.Collections.Concurrent;

namespace BriefingBot.Core.Tests.Chat;

/// <summary>All lines of all loggers of a process.</summary>
internal sealed class RecordedLog
{
    public ConcurrentQueue<string> Lines { get; } = [];
}
