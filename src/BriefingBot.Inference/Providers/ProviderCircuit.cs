using System.Globalization;
using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Models;

namespace BriefingBot.Inference.Providers;

/// <summary>
/// Spares a provider that asks for rest or keeps failing: until the time is over, calls end at once with the reason of the last failure.
/// Then one call goes out to see; when it fails too, the rest is twice as long. Thread-safe.
/// </summary>
/// <param name="clock">The clock of the rests.</param>
internal sealed class ProviderCircuit(TimeProvider clock)
{
    /// <summary>So many failures in a row, of calls that nobody asked to pause, open the circuit.</summary>
    public const int FailuresToOpen = 3;

    /// <summary>The first rest after failures, and after a 429 that does not say how long.</summary>
    public static readonly TimeSpan ShortestRest = TimeSpan.FromSeconds(5);

    /// <summary>The longest rest, whatever the provider asks for: by then somebody may have mended it.</summary>
    public static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private ModelException? _cause;
    private DateTimeOffset _openUntil = DateTimeOffset.MinValue;
    private TimeSpan _rest = ShortestRest;
    private int _failures;
    private bool _isTrying;

    /// <summary>Lets a call pass, or throws the reason why it must not.</summary>
    /// <returns>Whether the call is the one that goes out to see.</returns>
    /// <exception cref="ModelException">The provider is left alone.</exception>
    public bool Enter()
    {
        lock (_gate)
        {
            if (_cause is null)
            {
                return false;
            }

            var left = _openUntil - clock.GetUtcNow();
            if (left <= TimeSpan.Zero && !_isTrying)
            {
                return _isTrying = true;
            }

            var wait = left > TimeSpan.Zero ? left : TimeSpan.Zero;
            string rest =
                wait > TimeSpan.Zero
                    ? string.Create(CultureInfo.InvariantCulture, $"for another {Math.Ceiling(wait.TotalSeconds):0} s")
                    : "while one call finds out whether it has recovered";
            throw new ModelException($"{_cause.Message} It is not asked {rest}.", _cause.Reason, wait, _cause);
        }
    }

    /// <summary>A call went well, or wrote something before it failed.</summary>
    public void Succeed()
    {
        lock (_gate)
        {
            _cause = null;
            _failures = 0;
            _rest = ShortestRest;
            _isTrying = false;
        }
    }

    /// <summary>A call failed.</summary>
    /// <param name="failure">Why.</param>
    /// <returns>How long the provider is left alone from now on; null while the circuit stays closed.</returns>
    public TimeSpan? Fail(ModelException failure)
    {
        lock (_gate)
        {
            bool wasTrying = _isTrying;
            _isTrying = false;
            _failures++;
            if (failure.Reason != ModelFallback.RateLimited && _failures < FailuresToOpen && !wasTrying)
            {
                return null;
            }

            var rest = failure.RetryAfter ?? _rest;
            rest = rest < LongestRest ? rest : LongestRest;
            _rest = _rest * 2 < LongestRest ? _rest * 2 : LongestRest;
            var until = clock.GetUtcNow() + rest;
            if (_cause is null || until > _openUntil)
            {
                _openUntil = until;
            }

            _cause = failure;
            return rest;
        }
    }

    /// <summary>A call ended without telling anything: its caller left early.</summary>
    /// <param name="isTrying">What <see cref="Enter"/> said.</param>
    public void Abandon(bool isTrying)
    {
        if (isTrying)
        {
            lock (_gate)
            {
                _isTrying = false;
            }
        }
    }
}
