using System.Collections.Concurrent;
using BriefingBot.Discord.Protocol.Interactions;
using BriefingBot.Discord.Protocol.Messages;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Interactions;

/// <summary>
/// Defers every interaction the moment it comes in, before anything else is done with it: Discord waits three seconds. Whoever fills the
/// reply in waits here until the deferral stands. Thread-safe.
/// </summary>
internal sealed class AcknowledgedInteractions(DiscordRestClient rest, TimeProvider clock, ILogger<AcknowledgedInteractions> logger)
{
    /// <summary>After that Discord has given up on it.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<Snowflake, Task> _deferrals = new();

    /// <summary>Begins to defer it; a second delivery of the same one changes nothing.</summary>
    /// <param name="interaction">Which.</param>
    /// <param name="isPrivate">Only the caller will see the reply.</param>
    public void Begin(InteractionToken interaction, bool isPrivate)
    {
        if (!_deferrals.ContainsKey(interaction.Id))
        {
            _deferrals[interaction.Id] = DeferAsync(interaction, isPrivate);
        }
    }

    /// <summary>
    /// Waits until it is deferred, or could not be. Whether the token is good is for the reply to find out: a former process may have
    /// deferred it.
    /// </summary>
    public Task WaitAsync(InteractionToken interaction, CancellationToken cancellationToken) =>
        _deferrals.TryGetValue(interaction.Id, out var deferral) ? deferral.WaitAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>The interaction is done with.</summary>
    public void Forget(InteractionToken interaction) => _deferrals.TryRemove(interaction.Id, out _);

    private async Task DeferAsync(InteractionToken interaction, bool isPrivate)
    {
        using CancellationTokenSource deadline = new(Deadline, clock);
        try
        {
            InteractionResponseData data = new() { Flags = isPrivate ? MessageFlags.Ephemeral : null };
            await rest.RespondAsync(
                interaction,
                new InteractionResponse { Type = InteractionResponse.DeferredMessage, Data = isPrivate ? data : null },
                deadline.Token
            );
        }
        catch (Exception exception) when (exception is DiscordApiException or OperationCanceledException)
        {
            InteractionLog.NotAcknowledged(logger, interaction.Id, exception.Message);
        }
    }
}
