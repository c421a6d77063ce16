using System.Security.Cryptography;
using System.Text;
using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Ingestion;

/// <summary>
/// Names a removal that was held back, so that a confirmation allows that one and no other: when more, or something else, is gone by then,
/// it is held back again.
/// </summary>
public static class RemovalMark
{
    /// <summary>How many characters a mark has: lower-case hexadecimal digits.</summary>
    public const int Length = 16;

    /// <summary>The mark of a removal.</summary>
    /// <param name="gone">The articles that would go, in order.</param>
    public static string Of(IEnumerable<ArticleId> gone) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', gone.Select(id => id.Value)))))[..Length];

    /// <summary>Does a text have the form of a mark?</summary>
    public static bool IsMark(string? text) => text is { Length: Length } && text.All(char.IsAsciiHexDigitLower);
}
