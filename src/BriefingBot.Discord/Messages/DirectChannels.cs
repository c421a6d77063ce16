using System.Text.Json;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Discord.Protocol;

namespace BriefingBot.Discord.Messages;

/// <summary>
/// The channels of direct messages that were used lately: Discord lists them nowhere, and a session that begins anew may have missed
/// messages there. Thread-safe.
/// </summary>
internal sealed class DirectChannels(IChatStateStore state) : IDisposable
{
    private const string Key = "direct-channels";
    private const int Most = 100;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private List<Snowflake>? _channels;

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    /// <summary>Those that are known, the latest first.</summary>
    public async Task<IReadOnlyList<Snowflake>> ListAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return [.. await LoadAsync(cancellationToken)];
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>One was used. Written down only when it is new.</summary>
    public async Task RememberAsync(Snowflake channel, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var channels = await LoadAsync(cancellationToken);
            bool isNew = !channels.Remove(channel);
            channels.Insert(0, channel);
            if (channels.Count > Most)
            {
                channels.RemoveRange(Most, channels.Count - Most);
            }

            if (isNew)
            {
                await state.SetPlatformStateAsync(
                    DiscordPlatform.PlatformName,
                    Key,
                    JsonSerializer.Serialize(channels, DiscordJsonContext.Default.Ids),
                    cancellationToken
                );
            }
        }
        catch (StoreException)
        {
            // The question itself tells loudly when the store cannot be written.
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<List<Snowflake>> LoadAsync(CancellationToken cancellationToken)
    {
        if (_channels is null)
        {
            string? text = await state.GetPlatformStateAsync(DiscordPlatform.PlatformName, Key, cancellationToken);
            _channels = text is null ? [] : [.. JsonSerializer.Deserialize(text, DiscordJsonContext.Default.Ids) ?? []];
        }

        return _channels;
    }
}
