namespace BriefingBot.Benchmarks.Chat.Load;

/// <summary>A data folder, gone after the run.</summary>
internal sealed class LoadFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("briefingbot-load-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
