using BriefingBot.Core.Chat.Replicas;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Sql;

namespace BriefingBot.Diagnosis;

/// <summary>Which processes run the bot on a shared store, and does the clock of this machine agree with the store's?</summary>
internal static class ReplicasCheck
{
    private static readonly TimeSpan MostApart = TimeSpan.FromSeconds(2);

    /// <summary>One finding a replica, and one about the clock; none where the store is not shared.</summary>
    public static async Task<IReadOnlyList<DoctorFinding>> RunAsync(
        ReplicaPresence presence,
        SqlCoverageStore store,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (!presence.IsShared)
        {
            return [];
        }

        try
        {
            var replicas = await presence.ListAsync(cancellationToken);
            string[] versions = [.. replicas.Select(static one => one.Replica.Version).Distinct(StringComparer.Ordinal)];
            List<DoctorFinding> findings =
            [
                .. replicas.Select(static one => DoctorFinding.Ok("replica", $"{one}.")),
                await CheckClockAsync(store, clock, cancellationToken),
            ];
            if (versions.Length > 1)
            {
                findings.Add(
                    DoctorFinding.Warn(
                        "replicas",
                        $"they run different versions ({string.Join(", ", versions)}).",
                        "That is meant to last no longer than an upgrade: restart those with the earlier version."
                    )
                );
            }

            return findings;
        }
        catch (StoreException exception)
        {
            return [DoctorFinding.Fail("replicas", exception.Message, "Fix the store first.")];
        }
    }

    private static async Task<DoctorFinding> CheckClockAsync(
        SqlCoverageStore store,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var apart = await store.GetTimeAsync(cancellationToken) - clock.GetUtcNow();
        return apart.Duration() <= MostApart
            ? DoctorFinding.Ok("clock", "this machine and the store's server agree on the time.")
            : DoctorFinding.Warn(
                "clock",
                $"this machine's clock and that of the store's server are {apart.Duration().TotalSeconds:0} s apart.",
                "Have both follow the same time server: replicas hand over work by the clock."
            );
    }
}
