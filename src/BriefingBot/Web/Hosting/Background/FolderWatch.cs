using System.Threading.Channels;
using BriefingBot.Configuration;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Intake;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Hosting.Background;

/// <summary>
/// Watches the folders of the coverage and brings the index in step once they are quiet for a moment. Where the system does not tell of
/// changes (some network shares), they are found by the next run.
/// </summary>
internal sealed partial class FolderWatch(
    SourceCatalog sources,
    IndexingState indexing,
    IndexOnChange index,
    IOptions<CoverageOptions> options,
    TimeProvider clock,
    ILogger<FolderWatch> logger
) : BackgroundLoop("Watching the folders of the coverage", TimeSpan.Zero, clock, logger)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Relist = TimeSpan.FromSeconds(15);

    private readonly TimeProvider _clock = clock;
    private readonly ILogger _logger = logger;
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private readonly Dictionary<string, FileSystemWatcher> _watchers = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (var watcher in _watchers.Values)
        {
            watcher.Dispose();
        }

        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ReadyAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Watch)
        {
            // Nothing is ever due.
            await Task.Delay(Timeout.InfiniteTimeSpan, _clock, cancellationToken);
        }
    }

    /// <inheritdoc/>
    protected override async Task TurnAsync(CancellationToken cancellationToken)
    {
        // Before the first run is over: what changes while it reads is read again.
        await WatchAsync(cancellationToken);
        await indexing.Completion.WaitAsync(cancellationToken);
        if (await ChangedAsync(cancellationToken))
        {
            await index.RunAsync(cancellationToken);
        }
    }

    // True when something changed and it is quiet again; false when it is time to look for new folders.
    private async Task<bool> ChangedAsync(CancellationToken cancellationToken)
    {
        if (!await ComesAsync(Relist, cancellationToken))
        {
            return false;
        }

        long first = _clock.GetTimestamp();
        while (_clock.GetElapsedTime(first) < LongestWait && await ComesAsync(Quiet, cancellationToken)) { }

        return true;
    }

    private async Task<bool> ComesAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(patience, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, over.Token);
        try
        {
            return await _changes.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        foreach (
            var source in (await sources.ListAsync(cancellationToken))
                .Select(static entry => entry.Source)
                .Where(static source => !source.IsFetched && !source.IsPaused)
        )
        {
            if (!_watchers.ContainsKey(source.Location) && Watch(source.Location) is { } watcher)
            {
                _watchers.Add(source.Location, watcher);
            }
        }
    }

    private FileSystemWatcher? Watch(string path)
    {
        try
        {
            bool isFolder = Directory.Exists(path);
            var watcher = new FileSystemWatcher(isFolder ? path : Path.GetDirectoryName(path)!)
            {
                IncludeSubdirectories = isFolder,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            if (!isFolder)
            {
                watcher.Filter = Path.GetFileName(path);
            }

            watcher.Changed += (_, _) => _changes.Writer.TryWrite(true);
            watcher.Created += (_, _) => _changes.Writer.TryWrite(true);
            watcher.Deleted += (_, _) => _changes.Writer.TryWrite(true);
            watcher.Renamed += (_, _) => _changes.Writer.TryWrite(true);

            // Too many changes at once are one change.
            watcher.Error += (_, _) => _changes.Writer.TryWrite(true);
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception exception)
            when (exception is IOException or ArgumentException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            LogNotWatched(_logger, path, exception.Message);
            return null;
        }
    }

    [LoggerMessage(EventIds.Host + 42, LogLevel.Debug, "{Path} is not watched, its changes show with the next run: {Reason}")]
    private static partial void LogNotWatched(ILogger logger, string path, string reason);
}
