namespace BriefingBot.EndToEnd.Tests.Answers;

/// <summary>All invented news, indexed once for all tests of a class; today is July 1, 2024.</summary>
public sealed class InventedNewsroom : IAsyncLifetime
{
    internal Newsroom Newsroom { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Newsroom = await Newsroom.OpenAsync("2024-07-01", InventedNews.All);

    public ValueTask DisposeAsync() => Newsroom.DisposeAsync();
}
