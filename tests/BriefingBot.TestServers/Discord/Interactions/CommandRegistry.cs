using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Discord.Interactions;

/// <summary>The commands that the bot registered, global (no guild) and by guild. Safe to call from any thread.</summary>
public sealed class CommandRegistry
{
    private readonly DiscordState _state;
    private readonly Dictionary<ulong, List<JsonObject>> _byGuild = [];
    private readonly Dictionary<ulong, Queue<DateTimeOffset>> _creations = [];

    internal CommandRegistry(DiscordState state) => _state = state;

    /// <summary>Copies of the command objects as GET gives them.</summary>
    /// <param name="guildId">Null for the global ones.</param>
    public IReadOnlyList<JsonObject> Commands(ulong? guildId = null)
    {
        lock (_state.Gate)
        {
            return [.. Of(guildId ?? 0).Select(static command => command.DeepClone().AsObject())];
        }
    }

    /// <summary>Waits until commands are registered.</summary>
    public Task WaitForRegistrationAsync(int count = 1, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        _state.Record.WaitUntilAsync(() => _byGuild.Values.Sum(static list => list.Count) >= count, timeout, cancellationToken);

    /// <summary>A guild's own command goes before the global one of the same name.</summary>
    internal JsonObject? Find(string name, CommandType type, ulong? guildId) =>
        Of(guildId ?? 0)
            .Concat(Of(0))
            .FirstOrDefault(command => command["name"]!.GetValue<string>() == name && command["type"]!.GetValue<int>() == (int)type);

    internal List<JsonObject> Of(ulong guildId)
    {
        if (!_byGuild.TryGetValue(guildId, out List<JsonObject>? commands))
        {
            commands = _byGuild[guildId] = [];
        }

        return commands;
    }

    /// <summary>False when today's creations are used up.</summary>
    internal bool TryCountCreations(ulong guildId, int count)
    {
        if (!_creations.TryGetValue(guildId, out Queue<DateTimeOffset>? today))
        {
            today = _creations[guildId] = [];
        }

        while (today.Count > 0 && today.Peek().AddDays(1) <= _state.Now)
        {
            today.Dequeue();
        }

        if (today.Count + count > _state.Options.CommandCreateLimit)
        {
            return false;
        }

        for (int index = 0; index < count; index++)
        {
            today.Enqueue(_state.Now);
        }

        return true;
    }
}
