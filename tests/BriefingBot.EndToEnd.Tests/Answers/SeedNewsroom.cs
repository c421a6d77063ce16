using BriefingBot.EndToEnd.Tests.Bot;

namespace BriefingBot.EndToEnd.Tests.Answers;

/// <summary>The sample coverage, indexed once for all tests of a class.</summary>
public sealed class SeedNewsroom : IAsyncLifetime
{
    internal Newsroom Newsroom { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Newsroom = await Newsroom.OpenAsync(SampleBot.Seeds, today: "2024-11-20");

    public ValueTask DisposeAsync() => Newsroom.DisposeAsync();
}
