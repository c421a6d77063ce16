using System.Collections.Concurrent;
using BriefingBot.Slack.Messages.Replies;
using BriefingBot.Slack.Messages.Streaming;
using BriefingBot.Slack.Protocol.Assistants;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.Messages.Threads;

/// <summary>
/// Tells Slack in chats with the bot that it works on an answer, so that the button that stops it shows before there is a stream, and that
/// it is done; a failure costs nothing. Thread-safe.
/// </summary>
internal sealed class AgentSessions(SlackWebApi api, TimeProvider clock, ILogger<AgentSessions> logger)
{
    private static readonly TimeSpan Refusal = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, long> _refused = new(StringComparer.Ordinal);

    /// <summary>The bot works on an answer.</summary>
    public async Task BeginAsync(LiveAnswer live, CancellationToken cancellationToken)
    {
        if (live is { Place.IsDirect: true, IsProcessing: false, IsStopped: false })
        {
            live.IsProcessing = true;
            await SetAsync(live, SessionStatus.Processing, cancellationToken);
        }
    }

    /// <summary>It is done, by an answer or without one.</summary>
    public async Task EndAsync(LiveAnswer? live, CancellationToken cancellationToken)
    {
        if (live is { IsProcessing: true })
        {
            live.IsProcessing = false;
            await SetAsync(live, SessionStatus.Active, cancellationToken);
        }
    }

    private async Task SetAsync(LiveAnswer live, string status, CancellationToken cancellationToken)
    {
        string channel = live.Place.Channel;
        if (
            live.Place.ThreadTs is not { } thread
            || (_refused.TryGetValue(channel, out long since) && clock.GetElapsedTime(since) < Refusal)
        )
        {
            return;
        }

        try
        {
            await api.Assistant.SetSessionStatusAsync(channel, thread, status, cancellationToken);
        }
        catch (SlackApiException exception)
        {
            ReplyLog.NoStatus(logger, channel, exception.Message);
            if (exception.IsPermanent)
            {
                _refused[channel] = clock.GetTimestamp();
            }
        }
    }
}
