using BriefingBot.Slack.Protocol.Messages;

namespace BriefingBot.Slack.Messages.Replies;

/// <summary>What the bot has posted in a place, as Slack tells it.</summary>
/// <param name="Messages">The bot's own.</param>
internal sealed record PostedMessages(IReadOnlyList<Message> Messages)
{
    /// <summary>Nothing is known.</summary>
    public static PostedMessages None { get; } = new([]);

    /// <summary>The ts of the message with this mark; null when there is none.</summary>
    public string? Find(AnswerMark mark) => Messages.FirstOrDefault(message => AnswerMark.Read(message.Metadata) == mark)?.Ts;

    /// <summary>The ts of a message that was streamed and never finished by the bot; null when there is none.</summary>
    public string? FindUnfinished() =>
        Messages.FirstOrDefault(static message => message.StreamingState is not null && AnswerMark.Read(message.Metadata) is null)?.Ts;
}
