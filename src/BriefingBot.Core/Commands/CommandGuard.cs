using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Audit;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Chat.Turns;
using BriefingBot.Core.Questions;

namespace BriefingBot.Core.Commands;

/// <summary>What all commands have in common: who may, where, and what becomes of an error. Thread-safe.</summary>
public sealed class CommandGuard(IChatStateStore state, AskerRules rules, ChatFailures failures, TimeProvider clock)
{
    /// <summary>
    /// Runs a command; what it throws becomes a <see cref="CommandRefused"/> (a wrong argument) or a <see cref="CommandFailed"/>.
    /// </summary>
    /// <exception cref="OperationCanceledException">The bot stops.</exception>
    internal async Task<CommandResult> RunAsync(string command, Func<Task<CommandResult>> run, CancellationToken cancellationToken)
    {
        try
        {
            return await run();
        }
        catch (InvalidQuestionException exception)
        {
            return new CommandRefused(exception.Message);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever it is, its asker hears that it failed and the log has the cause.
            return new CommandFailed(failures.Report(exception, command));
        }
    }

    /// <summary>The same for people who may ask.</summary>
    internal Task<CommandResult> RunAsync(
        string command,
        CommandCall call,
        Func<Task<CommandResult>> run,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            command,
            async () =>
                await rules.FindRefusalAsync(call.Address.Platform, call.User, cancellationToken) is { } refusal
                    ? new CommandRefused(refusal)
                    : await run(),
            cancellationToken
        );

    /// <summary>The same where the bot is switched on, for people who may ask; the settings of the channel are handed over.</summary>
    internal Task<CommandResult> RunAsync(
        string command,
        CommandCall call,
        Func<ChannelSettings, Task<CommandResult>> run,
        CancellationToken cancellationToken
    ) =>
        RunQuicklyAsync(
            command,
            call,
            async settings =>
                await rules.FindRefusalAsync(call.Address.Platform, call.User, cancellationToken) is { } refusal
                    ? new CommandRefused(refusal)
                    : await run(settings),
            cancellationToken
        );

    /// <summary>
    /// The same for what is journaled while the platform waits: whether the person may ask is looked up when it is answered.
    /// </summary>
    internal Task<CommandResult> RunQuicklyAsync(
        string command,
        CommandCall call,
        Func<ChannelSettings, Task<CommandResult>> run,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            command,
            async () =>
            {
                var settings = await state.GetSettingsAsync(call.Address, cancellationToken);
                return settings.Enabled ? await run(settings) : new CommandRefused(ChatTurn.SwitchedOff);
            },
            cancellationToken
        );

    /// <summary>The same for admins, with an entry in the audit log for the outcome or the refusal.</summary>
    internal Task<CommandResult> RunAsAdminAsync(
        string action,
        CommandCall call,
        Func<Task<(CommandResult Result, string Outcome)>> run,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            action,
            async () =>
            {
                if (!call.User.IsAdmin)
                {
                    await AuditAsync(action, call, "refused: not an administrator", cancellationToken);
                    return new CommandRefused("Only administrators may do this here.");
                }

                try
                {
                    var (result, outcome) = await run();
                    await AuditAsync(action, call, outcome, cancellationToken);
                    return result;
                }
                catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
                {
                    // Goes on to the caller; the audit log has to know of it.
                    await AuditAsync(action, call, $"failed: {exception.Message.ReplaceLineEndings(" ")}", cancellationToken);
                    throw;
                }
            },
            cancellationToken
        );

    /// <summary>Adds to the audit log.</summary>
    internal Task AuditAsync(string action, CommandCall call, string outcome, CancellationToken cancellationToken) =>
        state.AppendAuditAsync(new AuditEntry(clock.GetUtcNow(), call.User.Id, call.Address, action, outcome), cancellationToken);
}
