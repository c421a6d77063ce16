using BriefingBot.Core.Coverage;

namespace BriefingBot.Storage.Sql.Articles;

/// <summary>
/// The credits as they were read last, for as long as nothing changes: to read them takes a look at every article, and questions that may
/// name a source come often. Thread-safe.
/// </summary>
internal sealed class CreditCache
{
    private volatile Kept? _kept;

    /// <summary>All names; the same instance while the coverage stays as it is.</summary>
    public CoverageCredits Read(SqlSession session)
    {
        using var transaction = session.BeginRead();
        long state = StoreState.Read(session);
        long changed = session.ReadLong("SELECT value FROM meta WHERE name = 'last_changed'");
        if (_kept is { } kept && kept.State == state && kept.Changed == changed)
        {
            return kept.Credits;
        }

        var credits = CreditReader.Read(session);
        _kept = new Kept(state, changed, credits);
        return credits;
    }

    private sealed record Kept(long State, long Changed, CoverageCredits Credits);
}
