namespace BriefingBot.Core.Chat.Turns;

/// <summary>
/// Counts what each person has open, so that somebody who asks much at once is told that it comes in turn: once, until it is mostly done.
/// Thread-safe.
/// </summary>
/// <param name="most">So many open questions are nothing to speak of.</param>
internal sealed class FloodWatch(int most)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (int Open, bool Told)> _people = new(StringComparer.Ordinal);

    /// <summary>A question of the person came in.</summary>
    /// <returns>How many are open, when it is time to tell the person; null otherwise.</returns>
    public int? Begin(string person)
    {
        lock (_lock)
        {
            var (open, told) = _people.GetValueOrDefault(person);
            open++;
            bool tell = open > most && !told;
            _people[person] = (open, told || tell);
            return tell ? open : null;
        }
    }

    /// <summary>One is done, or left to another process.</summary>
    public void End(string person)
    {
        lock (_lock)
        {
            if (!_people.TryGetValue(person, out var known))
            {
                return;
            }

            int open = known.Open - 1;
            if (open <= 0)
            {
                _people.Remove(person);
            }
            else
            {
                _people[person] = (open, known.Told && open > most / 2);
            }
        }
    }
}
