using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Ingestion;

namespace BriefingBot.Core.Commands.Reindex;

/// <summary>The index run of this process: how far it is, and what it is asked to do. Thread-safe.</summary>
/// <param name="progress">Told after every article, and when it stands still or goes on; may be null.</param>
/// <param name="cancellationToken">Ends it.</param>
internal sealed class RunningIndexRun(IProgress<IngestionProgress>? progress, CancellationToken cancellationToken)
    : IProgress<IngestionProgress>,
        IDisposable
{
    private readonly CancellationTokenSource _ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private readonly Lock _lock = new();
    private IngestionProgress _last = new(0, 0);
    private bool _isOver;

    /// <summary>Where the run stands still.</summary>
    public RunGate Gate { get; } = new();

    /// <summary>Cancelled when the run shall end.</summary>
    public CancellationToken Token => _ended.Token;

    /// <summary>True once it was ended by command.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>Does what is asked; asked twice is asked once.</summary>
    public void Apply(LeaseWish wish)
    {
        lock (_lock)
        {
            if (_isOver)
            {
                // It came to its end meanwhile.
                return;
            }

            if (wish == LeaseWish.End)
            {
                IsEnded = true;
                _ended.Cancel();
            }
            else if (wish == LeaseWish.Pause != Gate.IsClosed)
            {
                if (wish == LeaseWish.Pause)
                {
                    Gate.Close();
                }
                else
                {
                    Gate.Open();
                }

                progress?.Report(_last with { IsPaused = Gate.IsClosed });
            }
        }
    }

    /// <inheritdoc/>
    public void Report(IngestionProgress value)
    {
        lock (_lock)
        {
            // What was under way when it was told to stand still is finished first.
            _last = value;
            progress?.Report(value with { IsPaused = Gate.IsClosed });
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _isOver = true;
            _ended.Dispose();
        }
    }
}
