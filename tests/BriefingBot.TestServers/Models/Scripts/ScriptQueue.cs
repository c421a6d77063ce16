namespace BriefingBot.TestServers.Models.Scripts;

/// <summary>Who writes next.</summary>
internal sealed class ScriptQueue
{
    private readonly Lock _sync = new();
    private readonly Queue<ModelScript> _next = new();
    private ModelScript _default = new TruthfulScript();

    public ModelScript Default
    {
        get
        {
            lock (_sync)
            {
                return _default;
            }
        }
        set
        {
            lock (_sync)
            {
                _default = value;
            }
        }
    }

    public void Enqueue(IEnumerable<ModelScript> scripts)
    {
        lock (_sync)
        {
            foreach (ModelScript script in scripts)
            {
                _next.Enqueue(script);
            }
        }
    }

    public ModelScript Take()
    {
        lock (_sync)
        {
            return _next.TryDequeue(out ModelScript? script) ? script : _default;
        }
    }
}
