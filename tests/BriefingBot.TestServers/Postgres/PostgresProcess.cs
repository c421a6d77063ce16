using System.Diagnostics;
using System.Globalization;

namespace BriefingBot.TestServers.Postgres;

/// <summary>One run of the server, from its start to the end of the last of its processes.</summary>
internal sealed class PostgresProcess : IDisposable
{
    private const string ReadyLine = "database system is ready to accept connections";
    private const string PortTakenLine = "Address already in use";

    private readonly Process _process;
    private readonly PostgresLog _log;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isPortTaken;

    private PostgresProcess(Process process, PostgresLog log)
    {
        _process = process;
        _log = log;
        Ended = ReadAsync();
    }

    public int Id => _process.Id;

    /// <summary>Ends with the last process: each of them holds the pipe of standard error.</summary>
    public Task Ended { get; }

    /// <summary>Starts the server; it may not be ready yet.</summary>
    public static PostgresProcess Start(PostgresBinaries binaries, string data, IEnumerable<string> settings, PostgresLog log)
    {
        string[] command = UnprivilegedUser.Run([
            binaries.ServerPath,
            "-D",
            data,
            .. settings.SelectMany(static setting => (string[])["-c", setting]),
        ]);
        ProcessStartInfo start = new(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new PostgresProcess(Process.Start(start)!, log);
    }

    /// <summary>
    /// Waits until it takes connections: true, or false when its port is taken. It throws when it ended for another reason.
    /// </summary>
    public async Task<bool> WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        var first = await Task.WhenAny(_ready.Task, Ended).WaitAsync(cancellationToken);
        return first == _ready.Task
            || (
                _isPortTaken
                    ? false
                    : throw new InvalidOperationException($"PostgreSQL ended with {_process.ExitCode} before it was ready:\n{_log}")
            );
    }

    /// <summary>Ends it in order, with its clients cut off.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (!_process.HasExited)
        {
            await HostCommand.RunAsync(["kill", "-INT", Id.ToString(CultureInfo.InvariantCulture)], cancellationToken);
        }

        await Ended.WaitAsync(cancellationToken);
    }

    /// <summary>Kills the postmaster and its children, with nothing written any more.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        if (!_process.HasExited)
        {
            await ProcessFamily.KillAsync(_process, cancellationToken);
        }

        await Ended.WaitAsync(cancellationToken);
    }

    public void Dispose() => _process.Dispose();

    private async Task ReadAsync()
    {
        while (await _process.StandardError.ReadLineAsync(CancellationToken.None) is { } line)
        {
            _log.Add(line);
            _isPortTaken |= line.Contains(PortTakenLine, StringComparison.Ordinal);
            if (line.Contains(ReadyLine, StringComparison.Ordinal))
            {
                _ready.TrySetResult();
            }
        }

        await _process.WaitForExitAsync(CancellationToken.None);
    }
}
