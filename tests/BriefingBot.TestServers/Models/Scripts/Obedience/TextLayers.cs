using System.Buffers.Text;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace BriefingBot.TestServers.Models.Scripts.Obedience;

/// <summary>A text as it stands, and what is hidden in it: behind encodings, entities, invisible and full-width letters.</summary>
internal static partial class TextLayers
{
    /// <summary>Each reading once, the plain one first.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        string visible = Invisible.Replace(text, "").Normalize(NormalizationForm.FormKC);
        string decoded = WebUtility.HtmlDecode(visible);
        List<string> layers = [text, visible, decoded];
        layers.AddRange(Base64Runs.Matches(decoded).Select(static match => Decode(match.Value)).OfType<string>());
        if (decoded.Contains("%20", StringComparison.Ordinal))
        {
            layers.Add(WebUtility.UrlDecode(decoded));
        }

        return [.. layers.Distinct(StringComparer.Ordinal)];
    }

    private static string? Decode(string run)
    {
        if (!Base64.IsValid(run))
        {
            return null;
        }

        string text = Encoding.UTF8.GetString(Convert.FromBase64String(run));
        return text.Contains('\ufffd', StringComparison.Ordinal) || !text.Contains(' ', StringComparison.Ordinal) ? null : text;
    }

    [GeneratedRegex(@"[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]", RegexOptions.CultureInvariant)]
    private static partial Regex Invisible { get; }

    [GeneratedRegex("[A-Za-z0-9+/]{20,}={0,2}", RegexOptions.CultureInvariant)]
    private static partial Regex Base64Runs { get; }
}
