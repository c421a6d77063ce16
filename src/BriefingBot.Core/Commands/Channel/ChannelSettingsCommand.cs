using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Commands.Channel;

/// <summary><c>channel</c>: shows or changes how the bot behaves in a channel. For admins. Thread-safe.</summary>
public sealed class ChannelSettingsCommand(IChatStateStore state, ICoverageStore store, CommandGuard guard)
{
    private const int MaxCollectionLength = 100;

    /// <summary>Gives a <see cref="ChannelSettingsResult"/>.</summary>
    /// <param name="call">The call; its channel is meant.</param>
    /// <param name="change">What to change; empty shows.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<CommandResult> RunAsync(CommandCall call, ChannelSettingsChange change, CancellationToken cancellationToken) =>
        guard.RunAsAdminAsync(Describe(change), call, () => RunAdmittedAsync(call, change, cancellationToken), cancellationToken);

    private async Task<(CommandResult Result, string Outcome)> RunAdmittedAsync(
        CommandCall call,
        ChannelSettingsChange change,
        CancellationToken cancellationToken
    )
    {
        var now = await state.GetSettingsAsync(call.Address, cancellationToken);
        if (change.IsEmpty)
        {
            return (new ChannelSettingsResult(now, false), "shown");
        }

        string? collection = change.Collection?.Trim();
        if (collection is { Length: > 0 } && await RefuseAsync(collection, cancellationToken) is { } refusal)
        {
            return (refusal, $"refused: {refusal.Reason}");
        }

        ChannelSettings settings = new()
        {
            Enabled = change.Enabled ?? now.Enabled,
            Style = change.Style ?? now.Style,
            Collection =
                collection is null ? now.Collection
                : collection.Length == 0 ? null
                : collection,
            FollowUpsWithoutMention = change.FollowUpsWithoutMention ?? now.FollowUpsWithoutMention,
        };
        var held = await state.SetSettingsAsync(call.Address, settings, call.Called, cancellationToken);
        return (new ChannelSettingsResult(held, held != now), held == settings ? "set" : "overtaken by a later change");
    }

    /// <summary>A mistyped name would make the bot see nothing without a word.</summary>
    private async Task<CommandRefused?> RefuseAsync(string collection, CancellationToken cancellationToken)
    {
        if (collection.Length > MaxCollectionLength)
        {
            return new CommandRefused($"The name of a collection has at most {MaxCollectionLength} characters.");
        }

        var page = await store.ListArticlesAsync(new CoverageFilter { Collections = [collection] }, 0, 1, cancellationToken);
        return page.Total > 0
            ? null
            : new CommandRefused($"The coverage has no article in a collection '{collection}'; nothing was changed.");
    }

    private static string Describe(ChannelSettingsChange change)
    {
        string?[] parts =
        [
            "channel",
            change.Enabled is { } enabled ? $"enabled={(enabled ? "true" : "false")}" : null,
            change.Style is { } style ? $"style={style.ToString().ToLowerInvariant()}" : null,
            change.Collection is { } collection
                ? $"collection={(collection.Length > MaxCollectionLength ? collection[..MaxCollectionLength] : collection)}"
                : null,
            change.FollowUpsWithoutMention is { } without ? $"follow-ups={(without ? "true" : "false")}" : null,
        ];
        return string.Join(' ', parts.Where(part => part is not null));
    }
}
