using System.Diagnostics.Metrics;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Platforms;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Chat.Turns;
using BriefingBot.Core.Commands.Reindex;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Intake;
using BriefingBot.Storage.Sql;
using BriefingBot.Web.Hosting.Background;

namespace BriefingBot.Telemetry;

/// <summary>
/// How much waits, what the store holds and how it stands with the platforms, as gauges. Made only where metrics are exported. The store is
/// looked at every ten seconds, so that collecting never waits for it.
/// </summary>
internal sealed class HostGauges : BackgroundLoop
{
    private readonly SqlCoverageStore _store;
    private readonly ISourceStore _sources;
    private readonly IndexRuns _runs;
    private readonly IChatStateStore _leases;
    private readonly ChatProcess _process;
    private readonly TimeProvider _clock;
    private readonly Meter _meter = new(Metrics.MeterName);
    private volatile HostState? _state;

    /// <summary>Makes the gauges; those of the store say nothing before the first look.</summary>
    public HostGauges(
        SqlCoverageStore store,
        ISourceStore sources,
        IndexRuns runs,
        IChatStateStore leases,
        ChatProcess process,
        ChatTurnRunner turns,
        PlatformStates platforms,
        TimeProvider clock,
        ILogger<HostGauges> logger
    )
        : base("Looking at the store for the metrics", TimeSpan.FromSeconds(10), clock, logger)
    {
        (_store, _sources, _runs, _leases, _process, _clock) = (store, sources, runs, leases, process, clock);
        _meter.CreateObservableGauge(
            GaugeNames.ChatQuestionsWaiting,
            () => turns.Answering,
            "{question}",
            "Questions of chats that wait for an answer or are being answered."
        );
        _meter.CreateObservableGauge(
            GaugeNames.ChatDeliveriesWaiting,
            () => turns.Delivering,
            "{reply}",
            "Replies that wait to be posted or are being posted."
        );
        _meter.CreateObservableGauge(
            GaugeNames.ChatPlatformConnected,
            () => platforms.All.Select(Connected),
            "{connection}",
            "1 while the platform is connected, 0 otherwise."
        );
        Add(GaugeNames.StoreArticles, "{article}", "Current articles.", static state => state.Articles);
        Add(GaugeNames.StorePassages, "{passage}", "Current passages.", static state => state.Passages);
        Add(GaugeNames.StoreSize, "By", "The store on the disk.", static state => state.StoreBytes);
        Add(GaugeNames.SourcesDue, "{source}", "Sources whose check is due.", static state => state.SourcesDue);
        Add(GaugeNames.SourcesFailing, "{source}", "Sources whose last check failed.", static state => state.SourcesFailing);
        Add(
            GaugeNames.IndexRunning,
            "{run}",
            "1 while an index run is going on, in whichever process.",
            static state => state.IsIndexing ? 1 : 0
        );
        Add(
            GaugeNames.LeaseHeld,
            "{lease}",
            "1 while this process holds the lease.",
            static state => state.HoldsIndexLease ? 1 : 0,
            new KeyValuePair<string, object?>("lease", IndexRuns.LeaseName)
        );
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task TurnAsync(CancellationToken cancellationToken)
    {
        var status = await _store.GetStatusAsync(cancellationToken);
        var now = _clock.GetUtcNow();
        var fetched = (await _sources.ListAsync(cancellationToken))
            .Where(static entry => entry.Source is { IsFetched: true, IsPaused: false })
            .ToList();
        var lease = await _leases.FindLeaseAsync(IndexRuns.LeaseName, cancellationToken);
        _state = new HostState(
            status.Articles,
            status.Passages,
            await _store.GetSizeAsync(cancellationToken),
            fetched.Count(entry => entry.State.NextCheck is not { } next || next <= now),
            fetched.Count(static entry => entry.State.Failures > 0),
            await _runs.GetRunningSinceAsync(cancellationToken) is not null,
            lease?.Owner == _process.Owner
        );
    }

    private void Add(
        string name,
        string unit,
        string description,
        Func<HostState, long> read,
        params KeyValuePair<string, object?>[] tags
    ) =>
        _meter.CreateObservableGauge<long>(
            name,
            () => _state is { } state ? [new Measurement<long>(read(state), tags)] : [],
            unit,
            description
        );

    private static Measurement<int> Connected(PlatformState state) =>
        new(state.Phase == PlatformPhase.Connected ? 1 : 0, new KeyValuePair<string, object?>("platform", state.Name));
}
