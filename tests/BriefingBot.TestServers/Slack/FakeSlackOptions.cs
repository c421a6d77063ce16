using BriefingBot.TestServers.Slack.WebApi;

namespace BriefingBot.TestServers.Slack;

/// <summary>
/// How a <see cref="FakeSlackServer"/> behaves. The defaults are Slack's own figures; <see cref="TimeScale"/> shortens all of them
/// together, and a time that is given here is taken as it stands.
/// </summary>
public sealed record FakeSlackOptions
{
    private readonly TimeSpan? _ackDeadline;
    private readonly TimeSpan? _streamLifetime;
    private readonly TimeSpan? _responseUrlLifetime;
    private readonly TimeSpan? _triggerLifetime;
    private readonly TimeSpan? _statusLifetime;
    private readonly TimeSpan? _refreshGrace;
    private readonly IReadOnlyList<TimeSpan>? _retryDelays;

    /// <summary>TCP port on the loopback interface; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The clock of every deadline, window and ts. Waiting in the control surface always goes by real time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Multiplies every time that is not given by itself, and the windows of the rate limits: at 0.01 the minute until a retry is
    /// 0.6 s. The 3 s for an ack shrink as well: give <see cref="AckDeadline"/> by itself when the bot needs more.</summary>
    public double TimeScale { get; init; } = 1;

    public string TeamName { get; init; } = "Newsroom";

    public string TeamDomain { get; init; } = "newsroom";

    /// <summary>The Enterprise Grid that the workspace is part of, "E..."; null for a workspace of its own.</summary>
    public string? EnterpriseId { get; init; }

    public string BotName { get; init; } = "briefingbot";

    public string BotToken { get; init; } = "xoxb-fake";

    /// <summary>The app-level token; its only scope is connections:write.</summary>
    public string AppToken { get; init; } = "xapp-fake";

    public string SigningSecret { get; init; } = "fake-signing-secret";

    /// <summary>What the bot token may do; a method that needs more answers missing_scope.</summary>
    public IReadOnlyCollection<string> Scopes { get; init; } =
    [
        "app_mentions:read",
        "assistant:write",
        "channels:history",
        "channels:read",
        "chat:write",
        "commands",
        "groups:history",
        "groups:read",
        "im:history",
        "im:read",
        "im:write",
        "mpim:history",
        "mpim:read",
        "reactions:read",
        "reactions:write",
        "users:read",
    ];

    /// <summary>
    /// Events the app subscribed to, message events by their kind (message.im); others are not sent. The scope is needed besides.
    /// </summary>
    public IReadOnlyCollection<string> BotEvents { get; init; } =
    [
        "agent_session_stopped",
        "app_context_changed",
        "app_home_opened",
        "app_mention",
        "app_uninstalled",
        "member_joined_channel",
        "member_left_channel",
        "message.channels",
        "message.groups",
        "message.im",
        "message.mpim",
        "reaction_added",
        "tokens_revoked",
    ];

    /// <summary>True for apps with agent_view, which all new apps have; false for the older assistant_view.</summary>
    public bool AgentView { get; init; } = true;

    /// <summary>Sends message events for what the bot itself posts and edits, as Slack does.</summary>
    public bool EchoBotMessages { get; init; } = true;

    /// <summary>Seed of the order of deliveries and of the choice of a socket.</summary>
    public int Seed { get; init; } = 1;

    public RateLimitOptions RateLimits { get; init; } = new();

    /// <summary>Socket Mode connections at one time; one more is told too_many_websockets.</summary>
    public int MaxConnections { get; init; } = 10;

    /// <summary>Characters in all blocks of a message together (msg_blocks_too_long beyond).</summary>
    public int MessageCeiling { get; init; } = 13_200;

    /// <summary>Time between pings of the server on a socket; a client that does not answer for as long again is cut.</summary>
    public TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Age at which a socket is warned and then refreshed; null for the 18,060 s of the hello message.</summary>
    public TimeSpan? ConnectionLifetime { get; init; }

    /// <summary>Time for the ack of an event, a command or an interaction: 3 s.</summary>
    public TimeSpan AckDeadline
    {
        get => _ackDeadline ?? Scaled(TimeSpan.FromSeconds(3));
        init => _ackDeadline = value;
    }

    /// <summary>Waits before the retries of an event: none, a minute, five minutes. Its length is the count of retries.</summary>
    public IReadOnlyList<TimeSpan> RetryDelays
    {
        get => _retryDelays ?? [TimeSpan.Zero, Scaled(TimeSpan.FromMinutes(1)), Scaled(TimeSpan.FromMinutes(5))];
        init => _retryDelays = value;
    }

    /// <summary>How long a streamed message stays open: 306 s.</summary>
    public TimeSpan StreamLifetime
    {
        get => _streamLifetime ?? Scaled(TimeSpan.FromSeconds(306));
        init => _streamLifetime = value;
    }

    /// <summary>How long a response_url can be used: 30 min.</summary>
    public TimeSpan ResponseUrlLifetime
    {
        get => _responseUrlLifetime ?? Scaled(TimeSpan.FromMinutes(30));
        init => _responseUrlLifetime = value;
    }

    /// <summary>How often a response_url can be used.</summary>
    public int ResponseUrlUses { get; init; } = 5;

    /// <summary>How long a trigger_id can open a view: 3 s.</summary>
    public TimeSpan TriggerLifetime
    {
        get => _triggerLifetime ?? Scaled(TimeSpan.FromSeconds(3));
        init => _triggerLifetime = value;
    }

    /// <summary>How long a thread's status shows without being renewed: 2 min.</summary>
    public TimeSpan StatusLifetime
    {
        get => _statusLifetime ?? Scaled(TimeSpan.FromMinutes(2));
        init => _statusLifetime = value;
    }

    /// <summary>How long a socket lives on after refresh_requested, and comes after its warning: 10 s.</summary>
    public TimeSpan RefreshGrace
    {
        get => _refreshGrace ?? Scaled(TimeSpan.FromSeconds(10));
        init => _refreshGrace = value;
    }

    internal TimeSpan Scaled(TimeSpan time) => time * TimeScale;
}
