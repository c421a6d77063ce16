using System.Collections.Concurrent;
using BriefingBot.Slack.Messages.Replies;
using BriefingBot.Slack.Messages.Streaming;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.Messages.Threads;

/// <summary>
/// The line that tells below a thread what the bot is doing, where Slack shows one; a failure costs nothing. Thread-safe.
/// </summary>
internal sealed class ThreadStatusLine(SlackWebApi api, TimeProvider clock, ILogger<ThreadStatusLine> logger)
{
    private static readonly TimeSpan Refusal = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, long> _refused = new(StringComparer.Ordinal);

    /// <summary>Shows it. Slack takes it away when the bot posts.</summary>
    /// <param name="live">What is worked on.</param>
    /// <param name="text">"Reading 12 passages".</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task ShowAsync(LiveAnswer live, string text, CancellationToken cancellationToken)
    {
        if (text == live.Status)
        {
            return;
        }

        live.Status = text;
        // Slack writes the bot's name before the status, and the loading message alone.
        await SetAsync(live, $"is {char.ToLowerInvariant(text[0])}{text[1..]}...", [$"{text}..."], cancellationToken);
    }

    /// <summary>Takes it away where nothing was posted in the thread.</summary>
    public async Task ClearAsync(LiveAnswer live, CancellationToken cancellationToken)
    {
        if (live.Status is not null)
        {
            live.Status = null;
            await SetAsync(live, "", null, cancellationToken);
        }
    }

    private async Task SetAsync(LiveAnswer live, string status, IReadOnlyList<string>? loading, CancellationToken cancellationToken)
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
            await api.Assistant.SetStatusAsync(channel, thread, status, cancellationToken, loading);
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
