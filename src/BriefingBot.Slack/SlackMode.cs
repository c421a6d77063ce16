namespace BriefingBot.Slack;

/// <summary>How Slack brings events, commands and clicks.</summary>
public enum SlackMode
{
    /// <summary>Over WebSockets that the bot opens: no public address is needed.</summary>
    Socket,

    /// <summary>By signed HTTP requests to the bot's public address.</summary>
    Http,
}
