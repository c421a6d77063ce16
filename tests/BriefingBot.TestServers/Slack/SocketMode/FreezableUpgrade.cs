using Microsoft.AspNetCore.Http.Features;

namespace BriefingBot.TestServers.Slack.SocketMode;

/// <summary>Puts a <see cref="FreezableStream"/> below the WebSocket.</summary>
internal sealed class FreezableUpgrade(IHttpUpgradeFeature inner) : IHttpUpgradeFeature
{
    public bool IsUpgradableRequest => inner.IsUpgradableRequest;

    public FreezableStream? Stream { get; private set; }

    public async Task<Stream> UpgradeAsync()
    {
        Stream = new FreezableStream(await inner.UpgradeAsync());
        return Stream;
    }
}
