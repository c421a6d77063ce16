using System.Collections.Concurrent;
using BriefingBot.Inference.LocalEncoder.Transformer;

namespace BriefingBot.Inference.LocalEncoder;

/// <summary>Workspaces that are used again. Safe for concurrent use.</summary>
internal sealed class WorkspacePool
{
    private readonly ConcurrentQueue<Workspace> _free = [];

    /// <summary>A workspace that is the caller's until it is returned; what it holds is left from before.</summary>
    public Workspace Rent() => _free.TryDequeue(out Workspace? workspace) ? workspace : new Workspace();

    /// <summary>Gives it back. Those above the number of cores are left to the garbage collector.</summary>
    public void Return(Workspace workspace)
    {
        if (_free.Count <= Environment.ProcessorCount)
        {
            _free.Enqueue(workspace);
        }
    }
}
