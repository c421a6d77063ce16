using System.Collections.Concurrent;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.Messages.Replies;

/// <summary>
/// Finds the direct messages with a person. A message can be posted to the person's id too, but only what has an id of its own can be
/// looked at, when nobody knows what became of a post. Thread-safe.
/// </summary>
internal sealed class DirectChannels(SlackWebApi api, ILogger<DirectChannels> logger)
{
    private readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>Where the person's direct messages are; under the person's own id where the app may not open them.</summary>
    /// <exception cref="SlackApiException">Slack could not be asked now.</exception>
    public async Task<ReplyPlace> FindAsync(string user, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(user, out string? channel))
        {
            try
            {
                _known[user] = channel = await api.OpenDirectAsync(user, cancellationToken);
            }
            catch (SlackApiException exception) when (exception is { IsPermanent: true, IsTokenRefused: false })
            {
                // An app that was installed with an earlier manifest lacks the scope: it posts as before.
                ReplyLog.NotLooked(logger, user, exception.Message);
                channel = user;
            }
        }

        return new ReplyPlace(channel, null, IsDirect: true);
    }
}
