namespace BriefingBot.TestServers.Discord.Faults;

/// <summary>Faults by chance; the same seed and the same order of events give the same faults.</summary>
/// <param name="Seed">Seed of the random sequence.</param>
/// <param name="GatewayRate">Chance of a fault for each event that is dispatched to a connected session, 0 to 1.</param>
/// <param name="RestRate">Chance of a fault for each REST request, 0 to 1.</param>
public sealed record RandomFaults(int Seed, double GatewayRate, double RestRate)
{
    /// <summary>One of these with the same chance.</summary>
    public IReadOnlyList<GatewayFault> Gateway { get; init; } =
    [
        GatewayFault.Reconnect,
        GatewayFault.ResumableInvalidSession,
        GatewayFault.InvalidateSession,
        GatewayFault.Close4000,
        GatewayFault.DropTcp,
    ];

    /// <summary>One of these with the same chance.</summary>
    public IReadOnlyList<RestFaultKind> Rest { get; init; } =
    [
        RestFaultKind.ErrorStatus,
        RestFaultKind.ErrorStatusAfterEffect,
        RestFaultKind.RateLimitUser,
        RestFaultKind.RateLimitGlobal,
        RestFaultKind.RateLimitShared,
        RestFaultKind.Delay,
        RestFaultKind.DropTcp,
        RestFaultKind.DropTcpAfterEffect,
    ];

    /// <summary>Delays and retry_after of random REST faults.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The gateway faults end after this many.</summary>
    public int MaxGatewayFaults { get; init; } = int.MaxValue;
}
