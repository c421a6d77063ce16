using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Interactions;

/// <summary>Registers the commands when Discord's differ: a day has 200 registrations, a restart needs none.</summary>
internal sealed class CommandRegistrar(DiscordRestClient rest, RegisteredCommands commands, ILogger<CommandRegistrar> logger)
{
    /// <summary>Compares and registers. A failure is logged: the bot answers mentions without commands too.</summary>
    public async Task RegisterAsync(Snowflake application, CancellationToken cancellationToken)
    {
        try
        {
            var registered = await rest.GetCommandsAsync(application, cancellationToken);
            commands.Learn(registered);
            if (CommandCatalog.Matches(registered))
            {
                return;
            }

            commands.Learn(await rest.PutCommandsAsync(application, CommandCatalog.All, cancellationToken));
            InteractionLog.CommandsRegistered(logger, CommandCatalog.All.Count);
        }
        catch (DiscordApiException exception)
        {
            InteractionLog.CommandsNotRegistered(logger, exception.Message);
        }
    }
}
