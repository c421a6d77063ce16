using System.Net;
using System.Text;

namespace BriefingBot.Slack.Http;

/// <summary>Reads a body of the type application/x-www-form-urlencoded.</summary>
internal static class FormBody
{
    private const string ContentType = "application/x-www-form-urlencoded";

    /// <summary>Tells it by the header.</summary>
    public static bool IsForm(string? contentType) =>
        contentType?.Split(';')[0].Trim().Equals(ContentType, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Its fields; of those that come twice, the first.</summary>
    public static IReadOnlyDictionary<string, string> Read(ReadOnlySpan<byte> body)
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        foreach (string field in Encoding.UTF8.GetString(body).Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = field.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? field : field[..equals];
            fields.TryAdd(WebUtility.UrlDecode(name), equals < 0 ? "" : WebUtility.UrlDecode(field[(equals + 1)..]));
        }

        return fields;
    }
}
