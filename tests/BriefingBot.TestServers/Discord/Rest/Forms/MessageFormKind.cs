namespace BriefingBot.TestServers.Discord.Rest.Forms;

/// <summary>Where a message body was sent: each place knows other flags.</summary>
internal enum MessageFormKind
{
    Create,
    Edit,
    Webhook,
}
