using BriefingBot.Core.Chat.Retention;

namespace BriefingBot.Core.Commands.Forget;

/// <summary><c>forget</c>: removes all that is kept of a person of the platform. For admins. Thread-safe.</summary>
public sealed class ForgetCommand(IRetentionStore store, CommandGuard guard)
{
    private const string Action = "forget";

    /// <summary>Gives a <see cref="ForgetResult"/>. The audit log says that somebody was forgotten, not who.</summary>
    /// <param name="call">The call.</param>
    /// <param name="member">The person's id on the platform of the call, or a mention of them.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<CommandResult> RunAsync(CommandCall call, string? member, CancellationToken cancellationToken) =>
        guard.RunAsAdminAsync(Action, call, () => RunAdmittedAsync(call, member, cancellationToken), cancellationToken);

    private async Task<(CommandResult Result, string Outcome)> RunAdmittedAsync(
        CommandCall call,
        string? member,
        CancellationToken cancellationToken
    )
    {
        if (!PersonId.TryParse($"{call.Address.Platform}:{member}", out var person))
        {
            return (new CommandRefused("Name the person by their member ID; nothing was removed."), "refused: no member ID");
        }

        var removed = await store.ForgetAsync(person, cancellationToken);
        return (new ForgetResult(removed), $"done: {removed}");
    }
}
