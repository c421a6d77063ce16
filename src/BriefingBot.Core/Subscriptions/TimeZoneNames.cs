using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace BriefingBot.Core.Subscriptions;

/// <summary>Finds time zones by what people type: <c>Europe/Berlin</c>, <c>europe/berlin</c>, <c>Berlin</c>, <c>UTC</c>.</summary>
public static class TimeZoneNames
{
    private const int Longest = 60;
    private static readonly SearchValues<char> Letters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/_-+"
    );
    private static readonly Lazy<IReadOnlyList<TimeZoneInfo>> Known = new(TimeZoneInfo.GetSystemTimeZones);

    /// <summary>Finds one; false when there is none by that name on this machine.</summary>
    public static bool TryFind(string? text, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = null;
        string name = (text ?? "").Trim().Replace(' ', '_');
        if (name.Length is 0 or > Longest || name.AsSpan().ContainsAnyExcept(Letters))
        {
            return false;
        }

        if (name.ToUpperInvariant() is "UTC" or "GMT" or "Z")
        {
            zone = TimeZoneInfo.Utc;
            return true;
        }

        zone =
            Known.Value.FirstOrDefault(known => known.Id.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? Known.Value.FirstOrDefault(known => known.Id.EndsWith("/" + name, StringComparison.OrdinalIgnoreCase));

        // Older names of zones are known, but not listed.
        return zone is not null
            || (name.Contains('/', StringComparison.Ordinal) && name[0] != '/' && TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone));
    }
}
