using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Messages;

/// <summary>
/// Shows that the bot is typing while it works: one call a channel before the ten seconds of the last are over, however many questions are
/// worked on there, and none while Discord wants to be left alone. Ended by the last answer and in any case after a while. Thread-safe.
/// </summary>
internal sealed class TypingIndicator(DiscordRestClient rest, TimeProvider clock, ILogger<TypingIndicator> logger)
{
    private const int SweepAt = 1000;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly Lock _gate = new();
    private readonly Dictionary<Snowflake, ChannelTyping> _channels = [];
    private readonly Dictionary<ChatQuestionId, Snowflake> _questions = [];

    /// <summary>Begins; nothing happens when it has begun for the question.</summary>
    /// <param name="question">What is worked on.</param>
    /// <param name="channel">Where it shows.</param>
    /// <param name="once">Shown once, not repeated: nobody may ever tell that the work is done.</param>
    public void Begin(ChatQuestionId question, Snowflake channel, bool once)
    {
        lock (_gate)
        {
            if (!once && !_questions.TryAdd(question, channel))
            {
                return;
            }

            if (!_channels.TryGetValue(channel, out var typing))
            {
                Sweep();
                _channels[channel] = typing = new ChannelTyping { NotBefore = clock.GetTimestamp() };
            }

            if (!once)
            {
                typing.Owners.Add(question);
            }

            if (typing.Life is null)
            {
                typing.Life = new CancellationTokenSource(Longest, clock);
                typing.Work = RunAsync(channel, typing, typing.Life);
            }
        }
    }

    /// <summary>
    /// Ends it for a question. The last of its channel waits until no call is under way: one that came after the answer would stand for ten
    /// seconds.
    /// </summary>
    public async Task EndAsync(ChatQuestionId question)
    {
        Task work;
        CancellationTokenSource? life;
        lock (_gate)
        {
            if (!_questions.Remove(question, out var channel) || !_channels.TryGetValue(channel, out var typing))
            {
                return;
            }

            typing.Owners.Remove(question);
            if (typing.Owners.Count > 0)
            {
                return;
            }

            (work, life, typing.Life) = (typing.Work, typing.Life, null);
        }

        if (life is not null)
        {
            await life.CancelAsync();
            await work;
            life.Dispose();
        }
    }

    /// <summary>Ends all: the bot stops.</summary>
    public Task EndAllAsync()
    {
        ChatQuestionId[] questions;
        lock (_gate)
        {
            questions = [.. _questions.Keys];
        }

        return Task.WhenAll(questions.Select(EndAsync));
    }

    private async Task RunAsync(Snowflake channel, ChannelTyping typing, CancellationTokenSource life)
    {
        // The caller holds the lock.
        await Task.Yield();
        try
        {
            do
            {
                if (WaitFor(typing) is var wait && wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait, clock, life.Token);
                }

                await TypeAsync(channel, typing, life.Token);
            } while (GoesOn(typing, life));
        }
        catch (OperationCanceledException)
        {
            // The answer is there.
        }
        finally
        {
            Leave(typing, life);
        }
    }

    private async Task TypeAsync(Snowflake channel, ChannelTyping typing, CancellationToken cancellationToken)
    {
        var pause = Interval;
        try
        {
            PutOff(typing, pause);
            await rest.TriggerTypingAsync(channel, cancellationToken);
        }
        catch (DiscordApiException exception)
        {
            pause = exception.RetryAfter > pause ? exception.RetryAfter.Value : pause;
            MessageLog.NotTyping(logger, channel, exception.Message);
        }

        PutOff(typing, pause);
    }

    private TimeSpan WaitFor(ChannelTyping typing)
    {
        lock (_gate)
        {
            return clock.GetElapsedTime(clock.GetTimestamp(), typing.NotBefore);
        }
    }

    private void PutOff(ChannelTyping typing, TimeSpan pause)
    {
        lock (_gate)
        {
            typing.NotBefore = clock.GetTimestamp() + (long)(pause.TotalSeconds * clock.TimestampFrequency);
        }
    }

    private bool GoesOn(ChannelTyping typing, CancellationTokenSource life)
    {
        lock (_gate)
        {
            return typing.Owners.Count > 0 && typing.Life == life;
        }
    }

    /// <summary>The loop ended by itself: nobody needs it any more, or it has gone on for too long.</summary>
    private void Leave(ChannelTyping typing, CancellationTokenSource life)
    {
        lock (_gate)
        {
            if (typing.Life != life)
            {
                return;
            }

            typing.Life = null;
            foreach (var question in typing.Owners)
            {
                _questions.Remove(question);
            }

            typing.Owners.Clear();
        }

        life.Dispose();
    }

    private void Sweep()
    {
        if (_channels.Count < SweepAt)
        {
            return;
        }

        long now = clock.GetTimestamp();
        foreach (var (channel, typing) in _channels)
        {
            if (typing is { Life: null, Owners.Count: 0 } && typing.NotBefore <= now)
            {
                _channels.Remove(channel);
            }
        }
    }
}
