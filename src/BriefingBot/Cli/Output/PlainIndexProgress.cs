using BriefingBot.Core.Ingestion;

namespace BriefingBot.Cli.Output;

/// <summary>Writes a line for every tenth of the run; nothing for a run that is over at once.</summary>
internal sealed class PlainIndexProgress(TextWriter writer) : IProgress<IngestionProgress>
{
    private readonly Lock _lock = new();
    private int _tenths;

    /// <inheritdoc/>
    public void Report(IngestionProgress value)
    {
        lock (_lock)
        {
            int tenths = value.Total == 0 ? 0 : value.Done * 10 / value.Total;
            if (tenths > _tenths)
            {
                _tenths = tenths;
                writer.WriteLine($"indexed {value.Done} of {value.Total}");
            }
        }
    }
}
