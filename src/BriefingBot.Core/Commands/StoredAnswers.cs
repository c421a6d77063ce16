using BriefingBot.Core.Chat.Journal;

namespace BriefingBot.Core.Commands;

/// <summary>Who may see a stored answer.</summary>
internal static class StoredAnswers
{
    /// <summary>Said when an answer is not there.</summary>
    public const string Gone = "This answer is no longer stored. Ask again.";

    /// <summary>Reads an answer that the caller may see: a private one was seen by its asker only, until it was shared.</summary>
    /// <returns>The answer, or the refusal.</returns>
    public static async Task<(ChatAnswer? Answer, CommandRefused? Refusal)> FindForAsync(
        this IConversationLog conversations,
        CommandCall call,
        AnswerId id,
        CancellationToken cancellationToken
    )
    {
        var answer = await conversations.FindAnswerAsync(id, cancellationToken);
        return answer is null || answer.Address.Platform != call.Address.Platform || answer.Address.Space != call.Address.Space
                ? (null, new CommandRefused(Gone))
            : answer is { IsPrivate: true, IsShared: false } && answer.UserId != call.User.Id
                ? (null, new CommandRefused("This answer was given to someone else privately."))
            : (answer, null);
    }
}
