namespace BriefingBot.Platforms.Tests.Replicas;

/// <summary>Tests that start several bots and a database of their own: one at a time, and beside no others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ReplicaCollection
{
    public const string Name = "Replicas";
}
