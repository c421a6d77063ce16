using System.Globalization;
using BriefingBot.Slack.Protocol;
using BriefingBot.Slack.Protocol.Messages;

namespace BriefingBot.Slack.WebApi;

/// <summary>Reads lists of messages, a page a call. Thread-safe.</summary>
internal sealed class MessageListing(WebApiSender sender)
{
    private const int PageSize = 200;

    public async Task<IReadOnlyList<Message>> ReadAsync(
        string method,
        IReadOnlyList<(string Name, string Value)> arguments,
        string? oldest,
        int limit,
        CancellationToken cancellationToken
    )
    {
        List<Message> messages = [];
        string cursor = "";
        do
        {
            string size = Math.Min(limit - messages.Count, PageSize).ToString(CultureInfo.InvariantCulture);
            var page = (
                await sender.SendAsync(
                    WebApiCall.Look(
                        method,
                        [.. arguments, .. Since(oldest), ("include_all_metadata", "true"), ("limit", size), ("cursor", cursor)]
                    ),
                    cancellationToken
                )
            ).Read(SlackJsonContext.Default.MessagePage);
            messages.AddRange(page.Messages ?? []);
            cursor = page.ResponseMetadata?.NextCursor ?? "";
        } while (cursor.Length > 0 && messages.Count < limit);
        return messages.Count > limit ? messages[..limit] : messages;
    }

    private static IEnumerable<(string Name, string Value)> Since(string? oldest) => oldest is null ? [] : [("oldest", oldest)];
}
