using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Discord.Protocol;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Gateway.Sessions;

/// <summary>
/// Keeps the sessions of shards over a restart. A session that cannot be kept costs the events of the restart, never the bot.
/// </summary>
internal sealed class SessionStore(IChatStateStore state, DiscordOptions options, ILogger<SessionStore> logger)
{
    /// <summary>Tells one token's sessions from another's without giving it away.</summary>
    public string TokenMark => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(options.Token ?? "")).AsSpan(28));

    /// <summary>The session that was kept for a shard; null when there is none of this token.</summary>
    public async Task<SavedSession?> LoadAsync(int shard, int shards, CancellationToken cancellationToken)
    {
        try
        {
            string? text = await state.GetPlatformStateAsync(DiscordPlatform.PlatformName, Key(shard, shards), cancellationToken);
            var saved = text is null ? null : JsonSerializer.Deserialize(text, DiscordJsonContext.Default.SavedSession);
            return saved?.Token == TokenMark ? saved : null;
        }
        catch (Exception exception) when (exception is StoreException or JsonException)
        {
            GatewayLog.SessionNotSaved(logger, shard, exception.Message);
            return null;
        }
    }

    /// <summary>Keeps one; null forgets it.</summary>
    public async Task SaveAsync(int shard, int shards, SavedSession? session, CancellationToken cancellationToken)
    {
        try
        {
            string? text = session is null ? null : JsonSerializer.Serialize(session, DiscordJsonContext.Default.SavedSession);
            await state.SetPlatformStateAsync(DiscordPlatform.PlatformName, Key(shard, shards), text, cancellationToken);
        }
        catch (StoreException exception)
        {
            GatewayLog.SessionNotSaved(logger, shard, exception.Message);
        }
    }

    private static string Key(int shard, int shards) => $"session/{shard}/{shards}";
}
