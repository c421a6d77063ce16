namespace BriefingBot.Core.Ingestion;

/// <summary>Counts finished articles over all stages of a run and reports them in order.</summary>
internal sealed class RunProgress(int expected, IProgress<IngestionProgress>? progress)
{
    private readonly Lock _lock = new();
    private int _done;

    /// <summary>One more article is finished, one way or another.</summary>
    public void Advance()
    {
        lock (_lock)
        {
            _done++;
            progress?.Report(new IngestionProgress(_done, Math.Max(_done, expected)));
        }
    }
}
