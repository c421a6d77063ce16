namespace BriefingBot.Configuration;

/// <summary>Finds the name that a misspelt one was meant to be.</summary>
internal static class NearestName
{
    /// <summary>
    /// The nearest of the names, by letters to change, or by the one being part of the other; null when none is near. Case does not count.
    /// </summary>
    public static string? Find(string wrong, IReadOnlyCollection<string> names)
    {
        int most = 1 + (wrong.Length / 4);
        return names
            .Select(name => (Name: name, Distance: IsPart(wrong, name) ? Math.Min(most, Distance(wrong, name)) : Distance(wrong, name)))
            .Where(candidate => candidate.Distance <= most)
            .OrderBy(static candidate => candidate.Distance)
            .Select(static candidate => candidate.Name)
            .FirstOrDefault();
    }

    private static bool IsPart(string one, string other) =>
        Math.Min(one.Length, other.Length) >= 4
        && (one.Contains(other, StringComparison.OrdinalIgnoreCase) || other.Contains(one, StringComparison.OrdinalIgnoreCase));

    /// <summary>Letters to put in, take out or change.</summary>
    private static int Distance(string one, string other)
    {
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (int i = 1; i <= one.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                int change = diagonal + (char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
