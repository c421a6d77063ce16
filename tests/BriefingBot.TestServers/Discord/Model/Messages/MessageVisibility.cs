namespace BriefingBot.TestServers.Discord.Model.Messages;

/// <summary>
/// What an application reads of messages: without MESSAGE_CONTENT only its own, those in its DMs and those that mention it (a reply with
/// ping on is a mention).
/// </summary>
internal sealed record MessageVisibility(FakeUser Reader, bool HasMessageContent)
{
    public bool CanRead(FakeMessage message) =>
        HasMessageContent || message.Author == Reader || message.Channel.IsDirectMessage || message.Mentions.Contains(Reader);
}
