using System.Diagnostics.CodeAnalysis;

namespace BriefingBot.Core.Coverage;

/// <summary>
/// The stable name of an article: its path below the coverage root without the extension, or the id, URL or guid that its feed gives it.
/// Never derived from the content, so that a corrected article keeps its name.
/// </summary>
public readonly record struct ArticleId
{
    /// <summary>The longest id, in UTF-16 units.</summary>
    public const int MaxLength = 512;

    private readonly string? _value;

    private ArticleId(string value) => _value = value;

    /// <summary>The id as text; empty for <c>default</c>, which names no article.</summary>
    public string Value => _value ?? "";

    /// <summary>Reads an id; see <see cref="TryParse"/> for the rules.</summary>
    /// <exception cref="FormatException">The text is not an id.</exception>
    public static ArticleId Parse(string text) =>
        TryParse(text, out var id)
            ? id
            : throw new FormatException(
                $"'{text}' is not an article id: 1 to {MaxLength} characters without control characters or blanks at the ends."
            );

    /// <summary>Accepts 1 to <see cref="MaxLength"/> characters without control characters and without white space at either end.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ArticleId id)
    {
        id = default;
        if (
            string.IsNullOrWhiteSpace(text)
            || text.Length > MaxLength
            || text.Any(char.IsControl)
            || char.IsWhiteSpace(text[0])
            || char.IsWhiteSpace(text[^1])
        )
        {
            return false;
        }

        id = new ArticleId(text);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
