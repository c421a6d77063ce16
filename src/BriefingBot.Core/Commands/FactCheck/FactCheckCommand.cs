using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Commands.Ask;
using BriefingBot.Core.Conversations.Claims;

namespace BriefingBot.Core.Commands.FactCheck;

/// <summary>
/// What does the coverage say about a message? Its claims are checked one by one, see <see cref="ClaimChecker"/>. Thread-safe.
/// </summary>
public sealed class FactCheckCommand(ChatInbox inbox, CommandGuard guard)
{
    /// <summary>Gives a <see cref="QuestionAccepted"/>, or a <see cref="CommandRefused"/> when the message has no text.</summary>
    /// <param name="call">The call; the answer goes to its reply token.</param>
    /// <param name="messageText">The words of the message, the platform's markup taken out.</param>
    /// <param name="isPrivate">Only the caller sees the answer.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<CommandResult> RunAsync(CommandCall call, string messageText, bool isPrivate, CancellationToken cancellationToken) =>
        guard.RunQuicklyAsync(
            "fact check",
            call,
            async _ =>
            {
                string statement = ClaimReader.Clean(messageText);
                return statement.Length == 0
                    ? new CommandRefused("This message has no words that the coverage could be searched for.")
                    : new QuestionAccepted(
                        await inbox.AcceptAsync(
                            AskCommand.ToQuestion(call, statement, isPrivate, ChatQuestionKind.Shortcut),
                            cancellationToken
                        )
                    );
            },
            cancellationToken
        );
}
