using System.Diagnostics.CodeAnalysis;

namespace BriefingBot.Core.Intake;

/// <summary>The name of a source, as commands use it: 1 to 40 small letters, digits and hyphens, a letter or digit first.</summary>
public readonly record struct SourceName
{
    /// <summary>The longest name.</summary>
    public const int MaxLength = 40;

    private readonly string? _value;

    private SourceName(string value) => _value = value;

    /// <summary>The name as text; empty for <c>default</c>, which names no source.</summary>
    public string Value => _value ?? "";

    /// <summary>Accepts a name in any case; it is kept in small letters.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SourceName name)
    {
        string value = text?.Trim().ToLowerInvariant() ?? "";
        bool fits =
            value.Length is > 0 and <= MaxLength
            && char.IsAsciiLetterOrDigit(value[0])
            && value.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-');
        name = fits ? new SourceName(value) : default;
        return fits;
    }

    /// <summary>Reads a name; see <see cref="TryParse"/> for the rules.</summary>
    /// <exception cref="FormatException">The text is no name.</exception>
    public static SourceName Parse(string text) =>
        TryParse(text, out var name)
            ? name
            : throw new FormatException(
                $"'{text}' is not a source name: 1 to {MaxLength} letters, digits and hyphens, a letter or digit first."
            );

    /// <summary>The nearest name to any words: what is neither letter nor digit becomes a hyphen.</summary>
    public static SourceName From(string words)
    {
        string kept = string.Concat(words.ToLowerInvariant().Select(static c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        return TryParse(kept.Length > MaxLength ? kept[..MaxLength] : kept, out var name) ? name : Parse("source");
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
