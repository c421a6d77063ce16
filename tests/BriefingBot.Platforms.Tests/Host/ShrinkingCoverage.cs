namespace BriefingBot.Platforms.Tests.Host;

/// <summary>A file of articles that loses most of them.</summary>
public sealed class ShrinkingCoverage(DataFolder data)
{
    public const int Before = 30;
    public const int After = 12;

    public string Path { get; } = System.IO.Path.Combine(data.Path, "wire.jsonl");

    public void Write(int articles) =>
        File.WriteAllLines(
            Path,
            Enumerable
                .Range(0, articles)
                .Select(static i => $"{{\"id\":\"n{i}\",\"text\":\"Story number {i} is told here in one sentence of some length.\"}}")
        );
}
