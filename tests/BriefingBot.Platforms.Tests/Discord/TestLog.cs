using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Platforms.Tests.Discord;

/// <summary>Keeps what was logged.</summary>
internal sealed class TestLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = [];
    private readonly SemaphoreSlim _written = new(0);

    public TestLog() => Factory = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(this));

    public ILoggerFactory Factory { get; }

    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>Waits until a line with these words is there.</summary>
    public async Task WaitForAsync(string words, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(10));
        while (!_lines.Any(line => line.Contains(words, StringComparison.Ordinal)))
        {
            await _written.WaitAsync(patience.Token);
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => Write($"{logLevel}: {formatter(state, exception)}{(exception is null ? "" : $" {exception}")}");

    public void Dispose() => _written.Dispose();

    private void Write(string line)
    {
        _lines.Enqueue(line);
        _written.Release();
    }
}
