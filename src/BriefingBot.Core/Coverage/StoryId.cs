using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace BriefingBot.Core.Coverage;

/// <summary>
/// Names a story, written <c>s12</c>. Later stories have greater numbers; the number of a story that became part of an older one still
/// leads to it.
/// </summary>
/// <param name="Number">From 1.</param>
public readonly record struct StoryId(long Number) : IComparable<StoryId>
{
    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">The text is not a story id.</exception>
    public static StoryId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a story id such as 's12'.");

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out StoryId id)
    {
        id = default;
        if (
            text is not ['s' or 'S', .. var digits]
            || !long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            || number < 1
        )
        {
            return false;
        }

        id = new StoryId(number);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(StoryId other) => Number.CompareTo(other.Number);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"s{Number}");

    /// <summary>Is the left one older?</summary>
    public static bool operator <(StoryId left, StoryId right) => left.CompareTo(right) < 0;

    /// <summary>Is the left one older, or the same?</summary>
    public static bool operator <=(StoryId left, StoryId right) => left.CompareTo(right) <= 0;

    /// <summary>Is the left one later?</summary>
    public static bool operator >(StoryId left, StoryId right) => left.CompareTo(right) > 0;

    /// <summary>Is the left one later, or the same?</summary>
    public static bool operator >=(StoryId left, StoryId right) => left.CompareTo(right) >= 0;
}
