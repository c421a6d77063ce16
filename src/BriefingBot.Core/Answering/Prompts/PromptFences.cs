using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Answering.Prompts;

/// <summary>
/// Sets material off from instructions: between lines with a code that was drawn for this request alone, so that no article and no question
/// can hold the end of its own fence.
/// </summary>
public sealed class PromptFences
{
    private const int NonceBytes = 8;

    /// <summary>The code, 16 hexadecimal digits.</summary>
    public string Nonce { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NonceBytes));

    /// <summary>A passage with what a writer must know of it.</summary>
    /// <param name="number">What a mark names it by.</param>
    /// <param name="article">Its article.</param>
    /// <param name="title">The title of the article as a model may read it.</param>
    /// <param name="isNewest">No other passage of the request is younger.</param>
    /// <param name="text">The words.</param>
    public string Passage(int number, ArticleHeader article, string title, bool isNewest, string text)
    {
        string date = article.Published is { } published ? published.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "undated";
        return Fence(
            string.Create(CultureInfo.InvariantCulture, $"PASSAGE {number}"),
            $"{(string.IsNullOrWhiteSpace(article.Outlet) ? "" : $"Outlet: {Line(article.Outlet)}\n")}Title: "
                + $"{Line(title)}\nDate: {date}{(isNewest ? " (newest)" : "")}\nText:\n{text.Trim()}"
        );
    }

    /// <summary>The question.</summary>
    public string Question(string text) => Fence("QUESTION", text.Trim());

    /// <summary>What a digest is limited to.</summary>
    public string Topic(string text) => Fence("TOPIC", text.Trim());

    /// <summary>An earlier question of the conversation.</summary>
    /// <param name="number">From 1, the oldest first.</param>
    /// <param name="text">The question.</param>
    public string Earlier(int number, string text) => Fence(string.Create(CultureInfo.InvariantCulture, $"EARLIER {number}"), text.Trim());

    private string Fence(string label, string body) => $"=== {label} {Nonce} ===\n{body}\n=== END {label} {Nonce} ===";

    private static string Line(string text) =>
        string.Join(
            ' ',
            new StringBuilder(text)
                .Replace('\u2028', ' ')
                .Replace('\u2029', ' ')
                .ToString()
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
}
