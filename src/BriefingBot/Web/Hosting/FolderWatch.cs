using System.Threading.Channels;
using BriefingBot.Configuration;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Intake;
using BriefingBot.Core.Retrieval.Store;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Hosting;

/// <summary>
/// Watches the folders of the coverage and brings the index in step once they are quiet for a moment. Where the system does not tell of changes (some network
/// shares), they are found by the next run.
/// </summary>
internal sealed partial class FolderWatch(SourceCatalog sources, IndexingState indexing, IndexOnChange index, IOptions<CoverageOptions> options, TimeProvider clock, ILogger<FolderWatch> logger)
    : BackgroundService
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Relist = TimeSpan.FromSeconds(15);

    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
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
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Watch)
        {
            return;
        }

        try
        {
            await WatchAsync(stoppingToken);
            await indexing.Completion.WaitAsync(stoppingToken);
            while (true)
            {
                if (await ChangedAsync(stoppingToken))
                {
                    await index.RunAsync(stoppingToken);
                }

                await WatchAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    // True when something changed and it is quiet again; false when it is time to look for new folders.
    private async Task<bool> ChangedAsync(CancellationToken cancellationToken)
    {
        if (!await ComesAsync(Relist, cancellationToken))
        {
            return false;
        }

        long first = clock.GetTimestamp();
        while (clock.GetElapsedTime(first) < LongestWait && await ComesAsync(Quiet, cancellationToken))
        {
        }

        return true;
    }

    private async Task<bool> ComesAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(patience, clock);
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
        try
        {
            foreach (var source in (await sources.ListAsync(cancellationToken)).Select(static entry => entry.Source).Where(static source => !source.IsFetched && !source.IsPaused))
            {
                if (!_watchers.ContainsKey(source.Location) && Watch(source.Location) is { } watcher)
                {
                    _watchers.Add(source.Location, watcher);
                }
            }
        }
        catch (StoreException error)
        {
            LogNotListed(error.Message);
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
        catch (Exception error) when (error is IOException or ArgumentException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            LogNotWatched(path, error.Message);
            return null;
        }
    }

    [LoggerMessage(EventIds.Host + 41, LogLevel.Warning, "The sources cannot be listed, so no folder is watched anew: {Reason}")]
    private partial void LogNotListed(string reason);

    [LoggerMessage(EventIds.Host + 42, LogLevel.Debug, "{Path} is not watched, its changes show with the next run: {Reason}")]
    private partial void LogNotWatched(string path, string reason);
}
