using System.Collections.Concurrent;
using BriefingBot.Discord.Protocol.Guilds;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Messages;

/// <summary>
/// Which channels are threads and where, and which role is the bot's own in each server: told by the gateway, asked for when a resumed
/// session does not tell. Thread-safe.
/// </summary>
internal sealed class ChannelDirectory(DiscordRestClient rest, ILogger<ChannelDirectory> logger)
{
    private readonly ConcurrentDictionary<Snowflake, ChannelPlace> _places = new();
    private readonly ConcurrentDictionary<Snowflake, Snowflake?> _ownRoles = new();

    /// <summary>Takes note of a server.</summary>
    public void Learn(Guild guild, Snowflake self)
    {
        foreach (var channel in guild.Channels.Concat(guild.Threads))
        {
            Learn(channel with { GuildId = guild.Id });
        }

        LearnRoles(guild.Id, guild.Roles, self);
    }

    /// <summary>Takes note of a channel or thread.</summary>
    public void Learn(Channel channel) => _places[channel.Id] = new ChannelPlace(channel.Type, channel.ParentId, channel.GuildId);

    /// <summary>What is known of a channel; asks Discord when nothing is. Null when Discord does not say.</summary>
    public async Task<ChannelPlace?> TryFindAsync(Snowflake channel, CancellationToken cancellationToken)
    {
        if (_places.TryGetValue(channel, out var place))
        {
            return place;
        }

        try
        {
            Learn(await rest.GetChannelAsync(channel, cancellationToken));
            return _places[channel];
        }
        catch (DiscordApiException exception)
        {
            MessageLog.ChannelUnknown(logger, channel, exception.Message);
            return null;
        }
    }

    /// <summary>The role that Discord made for the bot in a server; null when it has none or Discord does not say.</summary>
    public async Task<Snowflake?> FindOwnRoleAsync(Snowflake guild, Snowflake self, CancellationToken cancellationToken)
    {
        if (!_ownRoles.TryGetValue(guild, out var role))
        {
            try
            {
                LearnRoles(guild, (await rest.GetGuildAsync(guild, cancellationToken)).Roles, self);
            }
            catch (DiscordApiException)
            {
                return null;
            }

            role = _ownRoles[guild];
        }

        return role;
    }

    private void LearnRoles(Snowflake guild, IReadOnlyList<Role> roles, Snowflake self) =>
        _ownRoles[guild] = roles.FirstOrDefault(role => role.Tags?.BotId == self)?.Id;
}
