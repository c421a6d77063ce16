using BriefingBot.Core.Chat.Inbox;

namespace BriefingBot.Core.Commands.Ask;

/// <summary><c>ask</c>: takes the question; the answer is delivered when it is there. Thread-safe.</summary>
public sealed class AskCommand(ChatInbox inbox, CommandGuard guard)
{
    /// <summary>
    /// Gives a <see cref="QuestionAccepted"/>. Acknowledge the call to the platform first or at the same time: this is quick, but it
    /// writes.
    /// </summary>
    /// <param name="call">The call; the answer goes to its reply token.</param>
    /// <param name="question">The question.</param>
    /// <param name="isPrivate">Only the caller sees the answer.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<CommandResult> RunAsync(CommandCall call, string question, bool isPrivate, CancellationToken cancellationToken) =>
        guard.RunQuicklyAsync(
            "ask",
            call,
            async _ => new QuestionAccepted(
                await inbox.AcceptAsync(ToQuestion(call, question, isPrivate, ChatQuestionKind.Slash), cancellationToken)
            ),
            cancellationToken
        );

    /// <summary>The question of a call.</summary>
    internal static ChatQuestion ToQuestion(CommandCall call, string text, bool isPrivate, ChatQuestionKind kind) =>
        new()
        {
            Id = call.Id,
            Address = call.Address,
            User = call.User,
            Text = text,
            Kind = kind,
            IsPrivate = isPrivate,
            Asked = call.Called,
            ReplyToken = call.ReplyToken,
        };
}
