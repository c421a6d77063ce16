using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Chat.Replicas;

/// <summary>A process that runs, and what it alone does now.</summary>
/// <param name="Replica">The process.</param>
/// <param name="IsThis">It is the one that says so.</param>
/// <param name="Leases">The names of the leases that it holds.</param>
public sealed record ReplicaDuties(Replica Replica, bool IsThis, IReadOnlyList<string> Leases)
{
    /// <summary>All of it in one line.</summary>
    public override string ToString()
    {
        string duties = Leases.Count == 0 ? "stands by" : $"has {string.Join(", ", Leases)}";
        return $"{Replica.Machine} {Replica.Version}{(IsThis ? " (this one)" : "")}, since {ReadableDate.Of(Replica.Started)}: {duties}";
    }
}
