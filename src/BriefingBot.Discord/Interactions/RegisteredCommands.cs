using BriefingBot.Discord.Protocol.Interactions;
using BriefingBot.Discord.Rendering;

namespace BriefingBot.Discord.Interactions;

/// <summary>The ids that Discord gave the commands, by which people can click them in a text. Thread-safe.</summary>
internal sealed class RegisteredCommands
{
    private volatile IReadOnlyDictionary<string, Snowflake> _ids = new Dictionary<string, Snowflake>(StringComparer.Ordinal);

    /// <summary>Writes commands so that they can be clicked, once they are known.</summary>
    public DiscordMarkup Markup => new(_ids);

    public void Learn(IReadOnlyList<ApplicationCommand> commands) =>
        _ids = commands
            .Where(static command =>
                command is { Id: not null, Type: ApplicationCommand.ChatInput }
                && command.Options?.Any(static option => option.Type == CommandOption.SubCommand) != true
            )
            .ToDictionary(static command => command.Name, static command => command.Id!.Value, StringComparer.Ordinal);
}
