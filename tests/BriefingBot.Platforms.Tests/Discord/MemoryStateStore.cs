using System.Collections.Concurrent;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Audit;
using BriefingBot.Core.Chat.Settings;

namespace BriefingBot.Platforms.Tests.Discord;

/// <summary>Platform state that lasts as long as the test; nothing else is asked of it.</summary>
internal sealed class MemoryStateStore : IChatStateStore
{
    private readonly ConcurrentDictionary<(string Platform, string Key), string> _values = new();

    public IReadOnlyDictionary<(string Platform, string Key), string> Values => _values;

    public Task<string?> GetPlatformStateAsync(string platform, string key, CancellationToken cancellationToken) =>
        Task.FromResult(_values.GetValueOrDefault((platform, key)));

    public Task SetPlatformStateAsync(string platform, string key, string? value, CancellationToken cancellationToken)
    {
        if (value is null)
        {
            _values.TryRemove((platform, key), out _);
        }
        else
        {
            _values[(platform, key)] = value;
        }

        return Task.CompletedTask;
    }

    public Task<ChannelSettings> GetSettingsAsync(ChatAddress address, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ChannelSettings> SetSettingsAsync(
        ChatAddress address,
        ChannelSettings settings,
        DateTimeOffset asked,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task AppendAuditAsync(AuditEntry entry, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<AuditEntry>> ListAuditAsync(int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<Lease> AcquireLeaseAsync(string name, string owner, TimeSpan duration, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<Lease?> FindLeaseAsync(string name, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<DateTimeOffset?> GetOpenedAsync(ChatAddress address, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<Lease?> AskAsync(string name, LeaseWish wish, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task ReleaseLeaseAsync(string name, string owner, CancellationToken cancellationToken) => throw new NotSupportedException();
}
