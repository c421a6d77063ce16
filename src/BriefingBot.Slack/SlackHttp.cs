namespace BriefingBot.Slack;

/// <summary>The HTTP client of the Web API, for as long as the bot runs.</summary>
internal sealed class SlackHttp : IDisposable
{
    /// <summary>The one client.</summary>
    public HttpClient Client { get; } = SlackClient.CreateHttp();

    /// <inheritdoc/>
    public void Dispose() => Client.Dispose();
}
