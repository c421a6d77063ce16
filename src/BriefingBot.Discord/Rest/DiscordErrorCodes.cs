namespace BriefingBot.Discord.Rest;

/// <summary>Discord's own error codes that are told apart.</summary>
internal static class DiscordErrorCodes
{
    public const int UnknownChannel = 10003;
    public const int UnknownMessage = 10008;
    public const int UnknownWebhook = 10015;
    public const int UnknownInteraction = 10062;
    public const int AlreadyAcknowledged = 40060;
    public const int MissingAccess = 50001;
    public const int MissingPermissions = 50013;
    public const int InvalidWebhookToken = 50027;
    public const int InvalidForm = 50035;
    public const int ThreadArchived = 50083;
    public const int CannotReply = 160002;
    public const int ThreadExists = 160004;
}
