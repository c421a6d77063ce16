using BriefingBot.Platforms.Tests.Host;

namespace BriefingBot.Platforms.Tests.Replicas;

/// <summary>So many replicas, of which any may be killed and is started again later.</summary>
public sealed class ReplicaCrew(ReplicaRoom room, int count)
{
    private readonly RunningBot?[] _running = new RunningBot?[count];
    private readonly List<string> _ended = [];

    /// <summary>What replicas wrote last that ended without being killed.</summary>
    public IReadOnlyList<string> EndedByThemselves => _ended;

    /// <summary>Starts those that do not run.</summary>
    public void StartMissing()
    {
        for (int i = 0; i < _running.Length; i++)
        {
            if (_running[i] is { Process.HasExited: true } ended)
            {
                _ended.Add(string.Join('\n', ended.Log.Split('\n').TakeLast(5)));
                _running[i] = null;
            }

            if (_running[i] is null)
            {
                _running[i] = room.Launch();
            }
        }
    }

    /// <summary>Kills one, if it runs.</summary>
    public async Task KillAsync(int number)
    {
        if (_running[number] is { Process.HasExited: false } replica)
        {
            await replica.KillAsync();
            _running[number] = null;
        }
    }
}
