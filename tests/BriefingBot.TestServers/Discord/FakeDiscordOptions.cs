using BriefingBot.TestServers.Discord.Gateway;
using BriefingBot.TestServers.Discord.Rest.RateLimits;

namespace BriefingBot.TestServers.Discord;

/// <summary>How a <see cref="FakeDiscord"/> behaves. The defaults are Discord's own figures.</summary>
public sealed record FakeDiscordOptions
{
    /// <summary>TCP port on the loopback interface; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The clock of every deadline, window and time stamp. Waiting in the control surface always goes by real time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public string BotName { get; init; } = "BriefingBot";

    /// <summary>The only token that is accepted; REST wants it behind the word Bot, the gateway bare.</summary>
    public string Token { get; init; } = "fake-discord-token";

    /// <summary>Sent in Hello; a connection that is silent for one and a half intervals is closed with 4009.</summary>
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromMilliseconds(41_250);

    /// <summary>Identifies allowed in one <see cref="IdentifyWindow"/> (by rate limit key shard_id % max_concurrency).</summary>
    public int MaxConcurrency { get; init; } = 1;

    public TimeSpan IdentifyWindow { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Identifies a day; one more and the token is void (4004).</summary>
    public int SessionStartTotal { get; init; } = 1000;

    /// <summary>The shard count that GET /gateway/bot recommends.</summary>
    public int RecommendedShards { get; init; } = 1;

    /// <summary>More guilds than this on one shard closes the identify with 4011.</summary>
    public int MaxGuildsPerShard { get; init; } = 2500;

    /// <summary>How long a session without a connection can be resumed.</summary>
    public TimeSpan SessionRetention { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Privileged intents switched on in the Developer Portal; identifying with another one closes with 4014.</summary>
    public GatewayIntents PrivilegedIntents { get; init; }

    /// <summary>Gateway sends allowed on one connection in 60 s (4008 beyond).</summary>
    public int GatewaySendLimit { get; init; } = 120;

    public RateLimitOptions RateLimits { get; init; } = new();

    /// <summary>Refuses fields that Discord does not know; Discord itself passes over them in silence.</summary>
    public bool Strict { get; init; } = true;

    /// <summary>Time for the first callback of an interaction.</summary>
    public TimeSpan InteractionDeadline { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Life of an interaction token.</summary>
    public TimeSpan InteractionTokenLifetime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long enforce_nonce recognises a message that was created before.</summary>
    public TimeSpan NonceLifetime { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Answers 401, 403 and 429 (but for the shared scope) in ten minutes before the address is banned.</summary>
    public int InvalidRequestLimit { get; init; } = 10_000;

    /// <summary>Command creations a day and guild.</summary>
    public int CommandCreateLimit { get; init; } = 200;
}
