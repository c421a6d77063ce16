using BriefingBot.Core.Chat.Journal;

namespace BriefingBot.Core.Commands.Share;

/// <summary>The button "share": posts a private answer for all to see, once, for its asker only. Thread-safe.</summary>
public sealed class ShareCommand(IConversationLog conversations, CommandGuard guard)
{
    /// <summary>Gives a <see cref="ShareResult"/> once the answer is posted.</summary>
    /// <param name="call">The call.</param>
    /// <param name="id">The answer.</param>
    /// <param name="post">Posts it to the channel of the call; when it throws, the answer can be shared again.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<CommandResult> RunAsync(
        CommandCall call,
        AnswerId id,
        Func<ChatAnswer, CancellationToken, Task> post,
        CancellationToken cancellationToken
    ) => guard.RunAsync("share", call, _ => ShareAsync(call, id, post, cancellationToken), cancellationToken);

    private async Task<CommandResult> ShareAsync(
        CommandCall call,
        AnswerId id,
        Func<ChatAnswer, CancellationToken, Task> post,
        CancellationToken cancellationToken
    )
    {
        var (answer, refusal) = await conversations.FindForAsync(call, id, cancellationToken);
        if (answer is null)
        {
            return refusal!;
        }

        if (!answer.IsPrivate)
        {
            return new CommandRefused("Everyone here can already see this answer.");
        }

        if (!await conversations.TrySetSharedAsync(id, true, cancellationToken))
        {
            return new CommandRefused("This answer has already been shared.");
        }

        try
        {
            await post(answer, cancellationToken);
            return new ShareResult(answer);
        }
        catch
        {
            await conversations.TrySetSharedAsync(id, false, CancellationToken.None);
            throw;
        }
    }
}
