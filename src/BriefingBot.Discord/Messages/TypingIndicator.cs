using System.Collections.Concurrent;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Messages;

/// <summary>
/// Shows that the bot is typing while it works: one owner a question, repeated before the ten seconds of each are over, ended by the answer and in any case
/// after a while. Thread-safe.
/// </summary>
internal sealed class TypingIndicator(DiscordRestClient rest, TimeProvider clock, ILogger<TypingIndicator> logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<ChatQuestionId, Typing> _running = new();

    /// <summary>Begins; nothing happens when it has begun for the question.</summary>
    /// <param name="question">What is worked on.</param>
    /// <param name="channel">Where it shows.</param>
    /// <param name="once">Shown once, not repeated: nobody may ever tell that the work is done.</param>
    public void Begin(ChatQuestionId question, Snowflake channel, bool once)
    {
        Typing typing = new(new CancellationTokenSource(Longest, clock));
        if (_running.TryAdd(question, typing))
        {
            typing.Work = RunAsync(question, channel, once, typing.Life.Token);
        }
        else
        {
            typing.Life.Dispose();
        }
    }

    /// <summary>Ends it, and waits until none is under way: one that came after the answer would stand for ten seconds.</summary>
    public async Task EndAsync(ChatQuestionId question)
    {
        if (_running.TryRemove(question, out var typing))
        {
            await typing.Life.CancelAsync();
            await typing.Work;
            typing.Life.Dispose();
        }
    }

    /// <summary>Ends all: the bot stops.</summary>
    public Task EndAllAsync() => Task.WhenAll(_running.Keys.Select(EndAsync));

    private async Task RunAsync(ChatQuestionId question, Snowflake channel, bool once, CancellationToken cancellationToken)
    {
        try
        {
            do
            {
                await rest.TriggerTypingAsync(channel, cancellationToken);
                if (once)
                {
                    break;
                }

                await Task.Delay(Interval, clock, cancellationToken);
            }
            while (true);
        }
        catch (OperationCanceledException)
        {
            // The answer is there.
        }
        catch (DiscordApiException exception)
        {
            MessageLog.NotTyping(logger, channel, exception.Message);
        }

        if (once && _running.TryRemove(question, out var typing))
        {
            typing.Life.Dispose();
        }
    }

    private sealed class Typing(CancellationTokenSource life)
    {
        public CancellationTokenSource Life { get; } = life;

        public Task Work { get; set; } = Task.CompletedTask;
    }
}
