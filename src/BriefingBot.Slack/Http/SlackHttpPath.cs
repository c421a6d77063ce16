namespace BriefingBot.Slack.Http;

/// <summary>Which of the bot's three addresses a request came to.</summary>
public enum SlackHttpPath
{
    /// <summary><c>/slack/events</c>.</summary>
    Events,

    /// <summary><c>/slack/commands</c>.</summary>
    Commands,

    /// <summary><c>/slack/interactivity</c>.</summary>
    Interactivity,
}
