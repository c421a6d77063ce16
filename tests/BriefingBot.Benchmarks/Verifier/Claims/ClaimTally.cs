namespace BriefingBot.Benchmarks.Verifier.Claims;

/// <summary>What the check did with the claims of a set.</summary>
internal sealed class ClaimTally
{
    private int _wrong;
    private int _caught;
    private int _right;
    private int _kept;

    /// <summary>Counts a claim.</summary>
    public void Add(bool isSupported, bool isShown)
    {
        if (isSupported)
        {
            _right++;
            _kept += isShown ? 1 : 0;
        }
        else
        {
            _wrong++;
            _caught += isShown ? 0 : 1;
        }
    }

    /// <summary>Its columns.</summary>
    public override string ToString()
    {
        double caught = (double)_caught / Math.Max(1, _wrong);
        double kept = (double)_kept / Math.Max(1, _right);
        return $"{_wrong, 6}{caught, 8:F3}{_right, 7}{kept, 7:F3}{(caught + kept) / 2, 10:F3}";
    }
}
