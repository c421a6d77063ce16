namespace BriefingBot.Benchmarks.Verifier.Falsifications;

/// <summary>How many sentences of a kind were dropped, on what rules were tuned on and on what was held back.</summary>
internal sealed class FalsificationTally
{
    private readonly int[] _tried = new int[2];
    private readonly int[] _dropped = new int[2];

    /// <summary>How many were tried of both.</summary>
    public int Count(bool heldBack) => _tried[heldBack ? 1 : 0];

    /// <summary>Counts a sentence.</summary>
    public void Add(bool heldBack, bool isDropped)
    {
        _tried[heldBack ? 1 : 0]++;
        _dropped[heldBack ? 1 : 0] += isDropped ? 1 : 0;
    }

    /// <summary>Its columns.</summary>
    public override string ToString() =>
        $"{_tried[0], 8}{(double)_dropped[0] / Math.Max(1, _tried[0]), 9:P1}{_tried[1], 12}{(double)_dropped[1] / Math.Max(1, _tried[1]), 9:P1}";
}
