using BriefingBot.TestServers.Models.Records;

namespace BriefingBot.TestServers.Models.Faults;

/// <summary>The faults to come, for a number of requests and by chance. Safe to call from any thread.</summary>
public sealed class ModelFaultPlan
{
    private readonly FakeModelState _state;
    private readonly List<ModelFault> _planned = [];
    private RandomModelFaults? _random;
    private Random _dice = new(0);

    internal ModelFaultPlan(FakeModelState state) => _state = state;

    /// <summary>Adds a fault for the next requests that fit.</summary>
    public void Add(ModelFault fault)
    {
        lock (_state.Sync)
        {
            _planned.Add(fault);
        }
    }

    /// <summary>Adds a fault for the next <paramref name="times"/> requests.</summary>
    public void Add(ModelFaultKind kind, int times = 1) => Add(new ModelFault(kind, times));

    /// <summary>Starts faults by chance; null ends them.</summary>
    public void Randomize(RandomModelFaults? faults)
    {
        lock (_state.Sync)
        {
            _random = faults;
            _dice = new Random(faults?.Seed ?? 0);
        }
    }

    /// <summary>Forgets the faults that have not struck yet, and ends those by chance.</summary>
    public void Clear()
    {
        lock (_state.Sync)
        {
            _planned.Clear();
            _random = null;
        }
    }

    internal ModelFault? Next(ModelRoute route)
    {
        lock (_state.Sync)
        {
            ModelFault? fault = NextPlanned(route) ?? NextRandom(route);
            if (fault is not null)
            {
                _state.Record.CountFault(fault.Kind.ToString());
            }

            return fault;
        }
    }

    private static bool Fits(ModelFault fault, ModelRoute route) =>
        fault.Route == route || (fault.Route is null && route != ModelRoute.ModelList);

    private ModelFault? NextPlanned(ModelRoute route)
    {
        int index = _planned.FindIndex(fault => Fits(fault, route));
        if (index < 0)
        {
            return null;
        }

        ModelFault planned = _planned[index];
        if (planned.Times > 1)
        {
            _planned[index] = planned with { Times = planned.Times - 1 };
        }
        else
        {
            _planned.RemoveAt(index);
        }

        return planned;
    }

    private ModelFault? NextRandom(ModelRoute route)
    {
        if (_random is null || _dice.NextDouble() >= _random.Rate)
        {
            return null;
        }

        ModelFault fault = _random.Faults[_dice.Next(_random.Faults.Count)];
        return Fits(fault, route) ? fault : null;
    }
}
