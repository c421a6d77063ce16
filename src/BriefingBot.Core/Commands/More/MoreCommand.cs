using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Commands.Brief;
using BriefingBot.Core.Commands.Follow;
using BriefingBot.Core.Commands.Latest;
using BriefingBot.Core.Commands.Sources;
using BriefingBot.Core.Subscriptions;
using BriefingBot.Core.Subscriptions.Follows;

namespace BriefingBot.Core.Commands.More;

/// <summary>The button "more": what of an answer or a list found no room in the reply, for the caller alone. Thread-safe.</summary>
public sealed class MoreCommand(
    IConversationLog conversations,
    LatestCommand latest,
    SourcesCommand sources,
    BriefCommand brief,
    FollowCommand follow,
    CommandGuard guard
)
{
    /// <summary>Gives a <see cref="MoreResult"/>, or a <see cref="CommandRefused"/> when the answer is not the caller's to see.</summary>
    public Task<CommandResult> RunAsync(CommandCall call, AnswerAction action, CancellationToken cancellationToken) =>
        guard.RunAsync(
            "more",
            call,
            async () =>
            {
                var (answer, refusal) = await conversations.FindForAsync(call, action.Answer, cancellationToken);
                return answer is null ? refusal! : new MoreResult(answer, action.From, action.WithQuestion);
            },
            cancellationToken
        );

    /// <summary>Gives the next entries of a list.</summary>
    public Task<CommandResult> RunAsync(CommandCall call, ListAction action, CancellationToken cancellationToken) =>
        action.IsLatest
            ? latest.RunAsync(call, action.Topic, action.Count, action.From, cancellationToken)
            : sources.RunAsync(call, action.Topic, action.From, cancellationToken);

    /// <summary>Gives the next entries of a briefing.</summary>
    public Task<CommandResult> RunAsync(CommandCall call, NewsAction action, CancellationToken cancellationToken) =>
        brief.MoreAsync(call, action, cancellationToken);

    /// <summary>Gives the next entries of an alert.</summary>
    public Task<CommandResult> RunAsync(CommandCall call, AlertAction action, CancellationToken cancellationToken) =>
        follow.MoreAsync(call, action, cancellationToken);
}
