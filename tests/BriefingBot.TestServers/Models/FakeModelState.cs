using BriefingBot.TestServers.Models.Faults;
using BriefingBot.TestServers.Models.Records;
using BriefingBot.TestServers.Models.Scripts;
using BriefingBot.TestServers.Models.Streaming;

namespace BriefingBot.TestServers.Models;

/// <summary>What the parts of one server share.</summary>
internal sealed class FakeModelState
{
    private int _lastId;

    public FakeModelState(FakeModelOptions options)
    {
        Options = options;
        Faults = new ModelFaultPlan(this);
        Record = new ModelRecord(this);
        Gate = new TokenGate();
        Scripts = new ScriptQueue();
    }

    public FakeModelOptions Options { get; }

    /// <summary>Guards the faults and the record.</summary>
    public Lock Sync { get; } = new();

    public ChangeSignal Changes { get; } = new();

    public ModelFaultPlan Faults { get; }

    public ModelRecord Record { get; }

    public TokenGate Gate { get; }

    public ScriptQueue Scripts { get; }

    public DateTimeOffset Now => Options.Clock.GetUtcNow();

    /// <summary>Ended when the server stops, so that requests that are never answered let it go.</summary>
    public CancellationToken Stopping { get; set; }

    public string NextId(string prefix) => $"{prefix}{Interlocked.Increment(ref _lastId):d12}";
}
