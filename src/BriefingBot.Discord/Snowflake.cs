using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace BriefingBot.Discord;

/// <summary>
/// An id as Discord makes them: 64 bits, the upper 42 the milliseconds since 2015 at which it was made. Text on the wire.
/// </summary>
/// <param name="Value">The number; 0 is no id.</param>
[JsonConverter(typeof(SnowflakeJsonConverter))]
public readonly record struct Snowflake(ulong Value) : IComparable<Snowflake>
{
    private const int TimestampShift = 22;
    private const long DiscordEpoch = 1_420_070_400_000;

    /// <summary>When it was made, to the millisecond.</summary>
    public DateTimeOffset CreatedAt => DateTimeOffset.FromUnixTimeMilliseconds((long)(Value >> TimestampShift) + DiscordEpoch);

    /// <summary>The smallest id of a moment; moments before 2015 give 0.</summary>
    public static Snowflake FirstAt(DateTimeOffset moment) =>
        new((ulong)Math.Max(0, moment.ToUnixTimeMilliseconds() - DiscordEpoch) << TimestampShift);

    /// <summary>Reads decimal digits.</summary>
    /// <exception cref="FormatException">It is no id.</exception>
    public static Snowflake Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a Discord id; an id is a number of up to 20 digits.");

    /// <summary>Reads decimal digits; false for anything else, 0 included.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Snowflake id)
    {
        bool isNumber = ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong value) && value != 0;
        id = isNumber ? new Snowflake(value) : default;
        return isNumber;
    }

    /// <summary>The shard that a server's events come by: Discord's own formula.</summary>
    public int ShardOf(int shards) => (int)((Value >> TimestampShift) % (ulong)shards);

    /// <inheritdoc/>
    public int CompareTo(Snowflake other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Older.</summary>
    public static bool operator <(Snowflake left, Snowflake right) => left.Value < right.Value;

    /// <summary>Older or the same.</summary>
    public static bool operator <=(Snowflake left, Snowflake right) => left.Value <= right.Value;

    /// <summary>Newer.</summary>
    public static bool operator >(Snowflake left, Snowflake right) => left.Value > right.Value;

    /// <summary>Newer or the same.</summary>
    public static bool operator >=(Snowflake left, Snowflake right) => left.Value >= right.Value;
}
