using Microsoft.Extensions.Logging;

namespace BriefingBot.Inference.Tests.Models;

/// <summary>Keeps every log line of every level, and wakes who waits for one.</summary>
internal sealed class LogLines : ILoggerProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];
    private TaskCompletionSource _added = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>Waits for a line with these words, written before or after the call.</summary>
    public async Task WaitForAsync(string words, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task added;
            lock (_gate)
            {
                if (_lines.Exists(line => line.Contains(words, StringComparison.Ordinal)))
                {
                    return;
                }

                added = _added.Task;
            }

            await added.WaitAsync(Patience, cancellationToken);
        }
    }

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void Dispose() { }

    private void Add(string line)
    {
        lock (_gate)
        {
            _lines.Add(line);
            _added.SetResult();
            _added = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private sealed class Category(LogLines log, string name) : ILogger
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
        ) => log.Add($"{logLevel} {name}: {formatter(state, exception)} {exception}");
    }
}
