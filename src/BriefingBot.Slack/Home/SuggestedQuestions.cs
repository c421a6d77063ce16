using BriefingBot.Core.Answering;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Commands.Latest;
using BriefingBot.Slack.Messages;
using BriefingBot.Slack.Protocol.Assistants;
using BriefingBot.Slack.WebApi;

namespace BriefingBot.Slack.Home;

/// <summary>
/// Questions that are offered where a person begins to write to the bot: what is new, and the newest headlines. Thread-safe.
/// </summary>
internal sealed class SuggestedQuestions(LatestCommand latest, SlackWebApi api, TimeProvider clock)
{
    private const int Headlines = 3;
    private const int LongestTitle = 70;
    private static readonly SuggestedPrompt News = new("What is new?", "What is the latest news?");

    /// <summary>Offers them.</summary>
    /// <param name="user">To whom.</param>
    /// <param name="channel">The direct messages with that person.</param>
    /// <param name="thread">The chat, in apps with the older assistant view; null otherwise.</param>
    /// <param name="self">The bot.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="SlackApiException">Slack did not accept it.</exception>
    public async Task OfferAsync(string user, string channel, string? thread, BotIdentity self, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        CommandCall call = new()
        {
            Id = new ChatQuestionId(SlackPlatform.PlatformName, $"{self.Team}/prompts/{user}/{now.ToUnixTimeMilliseconds()}"),
            Address = new ChatAddress(SlackPlatform.PlatformName, self.Team, channel, IsDirect: true),
            User = new ChatUser(user),
            Called = now,
            Composer = ComposerChoice.Extractive,
        };
        var headlines = await latest.RunAsync(call, null, Headlines, cancellationToken) is LatestResult { Briefing.Entries: { } entries }
            ? entries.Select(static entry => OneLine(ArticleTitle.Of(entry.Article)))
            : [];
        // A headline asks for its article, and holds enough words to need no conversation before it.
        SuggestedPrompt[] prompts = [News, .. headlines.Select(static title => new SuggestedPrompt(Shorten(title), title.TrimEnd('…')))];
        await api.Assistant.SetSuggestedPromptsAsync(channel, prompts, "Ask the coverage", cancellationToken, thread);
    }

    private static string OneLine(string title) => string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Shorten(string title)
    {
        if (title.Length <= LongestTitle)
        {
            return title;
        }

        int blank = title.LastIndexOf(' ', LongestTitle - 1);
        return $"{title[..(blank > 0 ? blank : LongestTitle - (char.IsLowSurrogate(title[LongestTitle]) ? 1 : 0))]}…";
    }
}
