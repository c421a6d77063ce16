using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace BriefingBot.Core.Coverage;

/// <summary>
/// Names one passage of one revision of an article, written <c>article@revision#p3</c>. The part after <c>#</c> is the anchor in the
/// article reader.
/// </summary>
/// <param name="Article">The article.</param>
/// <param name="Revision">The revision whose clean text the offsets count in; from 1.</param>
/// <param name="Ordinal">The place in that revision, from 0, in reading order.</param>
public readonly record struct PassageId(ArticleId Article, int Revision, int Ordinal)
{
    /// <summary>The fragment of a link to this passage, without the <c>#</c>.</summary>
    public string Anchor => string.Create(CultureInfo.InvariantCulture, $"p{Ordinal}");

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">The text is not a passage id.</exception>
    public static PassageId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a passage id such as 'article@1#p0'.");

    /// <summary>
    /// Reads what <see cref="ToString"/> writes; the last <c>@</c> and the last <c>#p</c> separate, so article ids may hold both.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PassageId id)
    {
        id = default;
        if (text is null)
        {
            return false;
        }

        int hash = text.LastIndexOf("#p", StringComparison.Ordinal);
        int at = hash < 0 ? -1 : text.LastIndexOf('@', hash);
        if (
            at < 0
            || !ArticleId.TryParse(text[..at], out var article)
            || !int.TryParse(text.AsSpan(at + 1, hash - at - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int revision)
            || !int.TryParse(text.AsSpan(hash + 2), NumberStyles.None, CultureInfo.InvariantCulture, out int ordinal)
        )
        {
            return false;
        }

        id = new PassageId(article, revision, ordinal);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Article}@{Revision}#p{Ordinal}");
}
