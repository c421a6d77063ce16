using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Slack.WebApi.Methods;

/// <summary>limit and cursor.</summary>
internal static class Paging
{
    public static JsonObject Page(WebApiRequest request, string field, IReadOnlyList<JsonNode> all, int defaultLimit = 100)
    {
        int start = Start(request.Text("cursor"));
        int limit = Math.Clamp(request.Arguments["limit"].Whole() ?? defaultLimit, 1, 1000);
        JsonNode[] page = [.. all.Skip(start).Take(limit)];
        int next = start + page.Length;
        bool hasMore = next < all.Count;
        return new JsonObject
        {
            [field] = new JsonArray(page),
            ["has_more"] = hasMore,
            ["response_metadata"] = new JsonObject
            {
                ["next_cursor"] = hasMore ? Convert.ToBase64String(Encoding.ASCII.GetBytes($"next:{next}")) : "",
            },
        };
    }

    private static int Start(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return 0;
        }

        Span<byte> text = stackalloc byte[cursor.Length];
        return
            Convert.TryFromBase64String(cursor, text, out int length)
            && Encoding.ASCII.GetString(text[..length]) is { } plain
            && plain.StartsWith("next:", StringComparison.Ordinal)
            && int.TryParse(plain[5..], CultureInfo.InvariantCulture, out int start)
            ? start
            : throw new SlackErrorException("invalid_cursor");
    }
}
