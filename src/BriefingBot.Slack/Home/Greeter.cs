using BriefingBot.Core.Chat.Settings;
using BriefingBot.Slack.Messages.Replies;
using BriefingBot.Slack.Protocol.Messages;
using BriefingBot.Slack.Rendering;
using BriefingBot.Slack.WebApi;

namespace BriefingBot.Slack.Home;

/// <summary>Says once what the bot is for, when it comes into a channel. Thread-safe.</summary>
internal sealed class Greeter(IChatStateStore state, MessagePoster poster)
{
    private const string Greeting =
        "Hello. I answer questions about the coverage, from the articles alone, and every sentence names its source. "
        + "Mention me with a question, or write /briefing help.";

    /// <summary>Greets a channel.</summary>
    /// <exception cref="SlackApiException">Slack did not accept it.</exception>
    public async Task GreetAsync(string channel, CancellationToken cancellationToken)
    {
        string key = $"greeted/{channel}";
        if (await state.GetPlatformStateAsync(SlackPlatform.PlatformName, key, cancellationToken) is not null)
        {
            return;
        }

        await state.SetPlatformStateAsync(SlackPlatform.PlatformName, key, "yes", cancellationToken);
        await poster.PostOnceAsync(
            new ReplyPlace(channel, null),
            ReplyRenderer.RenderLine(Greeting),
            new AnswerMark($"greeting {channel}", 0),
            null,
            cancellationToken
        );
    }
}
