namespace BriefingBot.Inference.LocalEncoder;

/// <summary>How the local encoder runs.</summary>
public sealed class LocalEncoderOptions
{
    /// <summary>
    /// The folder that holds <c>model.json</c>, <c>vocab.json</c> and the weight shards; relative paths count from the executable's folder. Default:
    /// <c>models/use-lite-en</c> beside the executable, where the build puts them.
    /// </summary>
    public string ModelDirectory { get; set; } = Path.Combine("models", "use-lite-en");

    /// <summary>How many cores one call may use; at least 1. Default: all of the machine.</summary>
    public int MaxDegreeOfParallelism { get; set; } = Environment.ProcessorCount;
}
