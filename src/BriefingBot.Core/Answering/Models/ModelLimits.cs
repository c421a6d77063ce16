using BriefingBot.Core.Retrieval.Store;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Answering.Models;

/// <summary>
/// The shares of model answers and tokens for a day. What runs now counts as used. Thread-safe; several processes on one store may
/// overshoot by what runs in the others.
/// </summary>
public sealed class ModelLimits(IModelUsageLog log, IOptions<ModelOptions> options, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _running = new(StringComparer.Ordinal);

    /// <summary>Takes one from the shares.</summary>
    /// <param name="asker">For whom; null counts for all together only.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What is used up, or none with a permit that is given back when the use was recorded.</returns>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<(ModelFallback UsedUp, IDisposable? Permit)> TryTakeAsync(string? asker, CancellationToken cancellationToken)
    {
        var permit = Begin(asker);
        ModelFallback usedUp;
        try
        {
            usedUp = await FindUsedUpAsync(asker, cancellationToken);
        }
        catch
        {
            permit.Dispose();
            throw;
        }

        if (usedUp == ModelFallback.None)
        {
            return (usedUp, permit);
        }

        permit.Dispose();
        return (usedUp, null);
    }

    private async Task<ModelFallback> FindUsedUpAsync(string? asker, CancellationToken cancellationToken)
    {
        var limits = options.Value;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (limits.AnswersPerDay > 0 || limits.TokensPerDay > 0)
        {
            var all = await log.SumAsync(today, null, cancellationToken);
            if (
                (limits.AnswersPerDay > 0 && all.Answers + Running(null) > limits.AnswersPerDay)
                || (limits.TokensPerDay > 0 && all.Tokens >= limits.TokensPerDay)
            )
            {
                return ModelFallback.DailyLimit;
            }
        }

        return
            limits.AnswersPerUserPerDay > 0
            && asker is not null
            && (await log.SumAsync(today, asker, cancellationToken)).Answers + Running(asker) > limits.AnswersPerUserPerDay
            ? ModelFallback.UserLimit
            : ModelFallback.None;
    }

    /// <summary>How many run now, the one that asks included.</summary>
    private int Running(string? asker)
    {
        lock (_gate)
        {
            return asker is null ? _running.Values.Sum() : _running.GetValueOrDefault(asker);
        }
    }

    private Permit Begin(string? asker)
    {
        lock (_gate)
        {
            string key = asker ?? "";
            _running[key] = _running.GetValueOrDefault(key) + 1;
            return new Permit(this, key);
        }
    }

    private void End(string key)
    {
        lock (_gate)
        {
            if (--_running[key] == 0)
            {
                _running.Remove(key);
            }
        }
    }

    private sealed class Permit(ModelLimits limits, string key) : IDisposable
    {
        private int _ended;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _ended, 1) == 0)
            {
                limits.End(key);
            }
        }
    }
}
