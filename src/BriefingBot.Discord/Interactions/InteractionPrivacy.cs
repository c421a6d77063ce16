using BriefingBot.Core.Commands;
using BriefingBot.Core.Commands.Reindex;
using BriefingBot.Core.Subscriptions;
using BriefingBot.Core.Subscriptions.Follows;
using BriefingBot.Discord.Protocol.Interactions;

namespace BriefingBot.Discord.Interactions;

/// <summary>Who sees the reply to an interaction: fixed when it is deferred, before anything is known of the reply.</summary>
internal sealed class InteractionPrivacy(AdminRights rights)
{
    /// <summary>Only the caller.</summary>
    public bool IsPrivate(Interaction interaction) =>
        interaction switch
        {
            { Type: InteractionTypes.Component or InteractionTypes.Form } => true,
            { Data.Name: CommandNames.Ask or CommandNames.Timeline } => new CommandArguments(interaction.Data.Options).Flag(
                CommandNames.Private
            ) == true,
            { Data.Name: CommandNames.Latest } => false,
            { Data.Name: CommandNames.Reindex } => !rights.Has(interaction.Member),
            _ => true,
        };

    /// <summary>The kind of interaction that is answered here.</summary>
    public static bool IsKnown(Interaction interaction) =>
        interaction.Type == InteractionTypes.Command
        || (interaction.Type is InteractionTypes.Component or InteractionTypes.Form && IsOurs(interaction.Data?.CustomId));

    /// <summary>It is answered by a form, or by choices: nothing is deferred.</summary>
    public static bool IsAnsweredAtOnce(Interaction interaction) =>
        interaction.Type == InteractionTypes.Autocomplete || OpensForm(interaction);

    /// <summary>A click that opens the form for words of one's own.</summary>
    public static bool OpensForm(Interaction interaction) =>
        interaction.Type == InteractionTypes.Component
        && AnswerAction.TryParse(interaction.Data?.CustomId, out var action)
        && action.Kind == AnswerActionKind.WhyOther;

    private static bool IsOurs(string? customId) =>
        AnswerAction.TryParse(customId, out _)
        || ListAction.TryParse(customId, out _)
        || NewsAction.TryParse(customId, out _)
        || AlertAction.TryParse(customId, out _)
        || RemovalAction.TryParse(customId, out _);
}
