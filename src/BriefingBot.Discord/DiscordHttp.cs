namespace BriefingBot.Discord;

/// <summary>The HTTP client of REST, for as long as the bot runs.</summary>
internal sealed class DiscordHttp(DiscordOptions options) : IDisposable
{
    /// <summary>Connected to the REST address.</summary>
    public HttpClient Client { get; } = DiscordClient.CreateHttp(options);

    /// <inheritdoc/>
    public void Dispose() => Client.Dispose();
}
