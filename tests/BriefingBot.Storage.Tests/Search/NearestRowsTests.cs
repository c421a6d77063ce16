using System.Numerics;
using System.Runtime.Intrinsics;
using BriefingBot.Storage.Search.Vectors;
using Xunit;

namespace BriefingBot.Storage.Tests.Search;

public sealed class NearestRowsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(5000)]
    public void All_of_the_best_are_among_what_is_kept_and_little_else(int wanted)
    {
        Random random = new(9);
        float[] estimates = [.. Enumerable.Range(0, 4096).Select(_ => (2.4f * random.NextSingle()) - 1.2f)];
        using NearestRows nearest = new(wanted);
        for (int first = 0; first < estimates.Length; first += Vector256<float>.Count)
        {
            for (uint reach = nearest.Reach(Vector256.Create(estimates.AsSpan(first))); reach != 0; reach &= reach - 1)
            {
                int row = first + BitOperations.TrailingZeroCount(reach);
                nearest.Add(row, estimates[row]);
            }
        }

        int[] kept = nearest.ToArray();
        int[] best = [.. Enumerable.Range(0, estimates.Length).OrderByDescending(row => estimates[row]).Take(wanted)];

        Assert.Empty(best.Except(kept));
        Assert.InRange(kept.Length, best.Length, best.Length + 10);
        Assert.Equal(kept.Order(), kept);
    }

    [Fact]
    public void Rows_that_are_all_as_good_as_the_last_are_all_kept()
    {
        using NearestRows nearest = new(2);
        for (int row = 0; row < 5000; row++)
        {
            nearest.Add(row, 0.5f);
        }

        Assert.Equal(Enumerable.Range(0, 5000), nearest.ToArray());
    }

    [Fact]
    public void Estimates_beyond_all_cosines_lose_no_row()
    {
        using NearestRows nearest = new(2);
        float[] estimates = [-5, 5, 9, float.NegativeInfinity];
        for (int row = 0; row < estimates.Length; row++)
        {
            nearest.Add(row, estimates[row]);
        }

        Assert.Equal([1, 2], nearest.ToArray());
    }
}
