using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Commands.Reindex;
using BriefingBot.Discord.Protocol.Interactions;
using BriefingBot.Discord.Rest;

namespace BriefingBot.Discord.Interactions;

/// <summary><c>/reindex</c>: the deferred reply shows how far the run is until it holds the final account. Thread-safe.</summary>
internal sealed class ReindexInteraction(ReindexCommand command, InteractionReplies replies)
{
    public async Task<CommandResult?> RunAsync(
        Interaction interaction,
        CommandCall call,
        InteractionToken token,
        CancellationToken cancellationToken
    )
    {
        CommandArguments arguments = new(interaction.Data!.Options);
        if (arguments.Text(CommandNames.Run) is { } told)
        {
            var wish = told switch
            {
                CommandNames.RunPause => LeaseWish.Pause,
                CommandNames.RunResume => LeaseWish.GoOn,
                _ => LeaseWish.End,
            };
            return await command.ControlAsync(call, wish, cancellationToken);
        }

        return await command.RunAsync(
            call,
            arguments.Flag(CommandNames.Rebuild) == true,
            arguments.Text(CommandNames.Source),
            (progress, stop) => replies.ShowLineAsync(token, CommandLayout.Of(progress), stop),
            cancellationToken
        );
    }

    /// <summary>Runs it, and makes a removal that was held back.</summary>
    public async Task<CommandResult?> ConfirmRemovalAsync(
        RemovalAction removal,
        CommandCall call,
        InteractionToken token,
        CancellationToken cancellationToken
    ) =>
        await command.ConfirmRemovalAsync(
            call,
            removal,
            (progress, stop) => replies.ShowLineAsync(token, CommandLayout.Of(progress), stop),
            cancellationToken
        );
}
