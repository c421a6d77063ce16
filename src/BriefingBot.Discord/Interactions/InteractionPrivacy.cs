using BriefingBot.Core.Commands;
using BriefingBot.Core.Commands.Reindex;
using BriefingBot.Discord.Protocol.Interactions;

namespace BriefingBot.Discord.Interactions;

/// <summary>Who sees the reply to an interaction: fixed when it is deferred, before anything is known of the reply.</summary>
internal sealed class InteractionPrivacy(AdminRights rights)
{
    /// <summary>Only the caller.</summary>
    public bool IsPrivate(Interaction interaction) => interaction switch
    {
        { Type: InteractionTypes.Component } => true,
        { Data.Name: CommandNames.Ask } => new CommandArguments(interaction.Data.Options).Flag(CommandNames.Private) == true,
        { Data.Name: CommandNames.Latest or CommandNames.FactCheck } => false,
        { Data.Name: CommandNames.Reindex } => !rights.Has(interaction.Member),
        _ => true,
    };

    /// <summary>The kind of interaction that is answered here.</summary>
    public static bool IsKnown(Interaction interaction) =>
        interaction.Type == InteractionTypes.Command || (interaction.Type == InteractionTypes.Component && (AnswerAction.TryParse(interaction.Data?.CustomId, out _) || RemovalAction.TryParse(interaction.Data?.CustomId, out _)));
}
