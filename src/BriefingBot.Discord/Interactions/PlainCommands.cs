using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Commands.Brief;
using BriefingBot.Core.Commands.Channel;
using BriefingBot.Core.Commands.Follow;
using BriefingBot.Core.Commands.Forget;
using BriefingBot.Core.Commands.Help;
using BriefingBot.Core.Commands.Latest;
using BriefingBot.Core.Commands.Sources;
using BriefingBot.Core.Commands.Status;
using BriefingBot.Discord.Protocol.Interactions;

namespace BriefingBot.Discord.Interactions;

/// <summary>The commands that are answered at once. Thread-safe.</summary>
internal sealed class PlainCommands(
    LatestCommand latest,
    BriefCommand brief,
    FollowCommand follow,
    SourcesCommand sources,
    StatusCommand status,
    ChannelSettingsCommand channel,
    ForgetCommand forget
)
{
    private const string AllCollections = "all";

    /// <summary>Runs one; null for a command that is not known.</summary>
    public async Task<CommandResult?> RunAsync(Interaction interaction, CommandCall call, CancellationToken cancellationToken)
    {
        CommandArguments arguments = new(interaction.Data!.Options);
        return interaction.Data.Name switch
        {
            CommandNames.Latest => await latest.RunAsync(
                call,
                arguments.Text(CommandNames.Topic),
                arguments.Number(CommandNames.Count),
                cancellationToken
            ),
            CommandNames.Brief => await BriefAsync(interaction.Data.Options, call, cancellationToken),
            CommandNames.Follow => await FollowAsync(interaction.Data.Options, call, cancellationToken),
            CommandNames.Unfollow => await follow.UnfollowAsync(call, arguments.Text(CommandNames.Words), cancellationToken),
            CommandNames.Following => await follow.ShowAsync(call, cancellationToken),
            CommandNames.Sources => await sources.RunAsync(call, arguments.Text(CommandNames.Filter), cancellationToken),
            CommandNames.Help => HelpCommand.Run(call),
            CommandNames.Status => await status.RunAsync(call, cancellationToken),
            CommandNames.Forget => await forget.RunAsync(call, arguments.Text(CommandNames.Member), cancellationToken),
            CommandNames.Channel => await channel.RunAsync(call, ChangeOf(arguments), cancellationToken),
            _ => HelpCommand.Run(call),
        };
    }

    private Task<CommandResult> BriefAsync(IReadOnlyList<InteractionOption> options, CommandCall call, CancellationToken cancellationToken)
    {
        string? part = options.Count > 0 ? options[0].Name : null;
        CommandArguments arguments = new(options.Count > 0 ? options[0].Options : []);
        string? topic = arguments.Text(CommandNames.Topic);
        return part switch
        {
            CommandNames.BriefNow => brief.NowAsync(call, topic, cancellationToken),
            CommandNames.BriefOff => brief.OffAsync(call, topic, cancellationToken),
            CommandNames.BriefSchedule => brief.ScheduleAsync(
                call,
                new ScheduleRequest(arguments.Text(CommandNames.When) ?? "")
                {
                    Zone = arguments.Text(CommandNames.Zone),
                    Topic = topic,
                    Count = arguments.Number(CommandNames.Count),
                },
                cancellationToken
            ),
            _ => brief.ShowAsync(call, cancellationToken),
        };
    }

    private Task<CommandResult> FollowAsync(IReadOnlyList<InteractionOption> options, CommandCall call, CancellationToken cancellationToken)
    {
        string part = options.Count > 0 ? options[0].Name : "";
        CommandArguments arguments = new(options.Count > 0 ? options[0].Options : []);
        return part == CommandNames.FollowQuiet
            ? follow.QuietAsync(call, arguments.Text(CommandNames.Hours), arguments.Text(CommandNames.Zone), cancellationToken)
            : follow.FollowAsync(
                call,
                part,
                arguments.Text(CommandNames.Topic) ?? arguments.Text(CommandNames.Filter) ?? arguments.Text(CommandNames.Words),
                cancellationToken
            );
    }

    private static ChannelSettingsChange ChangeOf(CommandArguments arguments) =>
        new()
        {
            Enabled = arguments.Flag(CommandNames.Enabled),
            Style = arguments.Text(CommandNames.Style) switch
            {
                CommandNames.StyleReply => ReplyStyle.Reply,
                CommandNames.StyleThread => ReplyStyle.Thread,
                _ => null,
            },
            Collection = arguments.Text(CommandNames.Collection) is { } collection
                ? string.Equals(collection.Trim(), AllCollections, StringComparison.OrdinalIgnoreCase)
                    ? ""
                    : collection
                : null,
            FollowUpsWithoutMention = arguments.Flag(CommandNames.FollowUps),
        };
}
