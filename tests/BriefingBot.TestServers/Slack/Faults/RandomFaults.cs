namespace BriefingBot.TestServers.Slack.Faults;

/// <summary>Faults by chance; the same seed and the same order of events give the same faults. Rates lie between 0 and 1.</summary>
/// <param name="Seed">Seed of the random sequence.</param>
public sealed record RandomFaults(int Seed)
{
    /// <summary>Chance of a fault for each call.</summary>
    public double WebApiRate { get; init; }

    /// <summary>Chance of a fault on the socket, for each envelope that is sent.</summary>
    public double SocketRate { get; init; }

    /// <summary>Chance that an event is sent twice.</summary>
    public double DuplicateRate { get; init; }

    /// <summary>Chance that an ack is thrown away.</summary>
    public double LostAckRate { get; init; }

    /// <summary>One of these with the same chance.</summary>
    public IReadOnlyList<WebApiFaultKind> WebApi { get; init; } =
    [
        WebApiFaultKind.RateLimit,
        WebApiFaultKind.ServerError,
        WebApiFaultKind.ServerErrorAfterEffect,
        WebApiFaultKind.Delay,
        WebApiFaultKind.DropTcp,
        WebApiFaultKind.DropTcpAfterEffect,
    ];

    /// <summary>One of these with the same chance.</summary>
    public IReadOnlyList<SocketFault> Socket { get; init; } =
    [SocketFault.Warning, SocketFault.RefreshRequested, SocketFault.Close, SocketFault.DropTcp];

    /// <summary>Methods that faults hit; empty for all.</summary>
    public IReadOnlyCollection<string> Methods { get; init; } = [];

    /// <summary>Delays, and times without an answer.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The socket faults end after this many.</summary>
    public int MaxSocketFaults { get; init; } = int.MaxValue;
}
