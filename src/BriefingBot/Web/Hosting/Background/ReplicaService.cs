using System.Reflection;
using BriefingBot.Core.Chat.Replicas;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Web.Hosting.Background;

/// <summary>Says every few seconds that this process runs, where the store is shared, and that it ends when it does.</summary>
internal sealed class ReplicaService(ReplicaPresence presence, TimeProvider clock, ILogger<ReplicaService> logger)
    : BackgroundLoop("Telling the other replicas that this one is running", ReplicaPresence.Interval, clock, logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly TimeProvider _clock = clock;

    /// <summary>The version of this program.</summary>
    public static string Version { get; } =
        typeof(ReplicaService).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (presence.IsShared)
        {
            try
            {
                await presence.LeaveAsync(cancellationToken).WaitAsync(Patience, _clock, cancellationToken);
            }
            catch (Exception exception) when (exception is StoreException or TimeoutException or OperationCanceledException)
            {
                // It is seen by its silence soon.
            }
        }
    }

    /// <inheritdoc/>
    protected override Task TurnAsync(CancellationToken cancellationToken) =>
        presence.IsShared ? presence.ShowAsync(Version, cancellationToken) : Task.CompletedTask;
}
