using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Tests.Chat;

/// <summary>Keeps every line.</summary>
internal sealed class RecordingLogger<T>(RecordedLog log) : ILogger<T>
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => log.Lines.Enqueue(formatter(state, exception) + exception);
}
