namespace BriefingBot.Slack.Inbound;

/// <summary>What a delivery holds.</summary>
internal enum SlackDeliveryKind
{
    /// <summary>An event callback: <c>event_id</c> and <c>event</c>.</summary>
    EventsApi,

    /// <summary>A slash command; all fields are texts, also when it came as a form.</summary>
    SlashCommand,

    /// <summary>A click, a shortcut, a submitted view.</summary>
    Interactive,
}
