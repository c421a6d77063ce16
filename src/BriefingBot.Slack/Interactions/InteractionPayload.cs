using BriefingBot.Slack.Protocol.Messages;
using BriefingBot.Slack.Protocol.People;

namespace BriefingBot.Slack.Interactions;

/// <summary>A click or a shortcut as it is delivered, as far as it is read.</summary>
internal sealed record InteractionPayload
{
    /// <summary><c>block_actions</c>, <c>message_action</c>...</summary>
    public string? Type { get; init; }

    public InteractionUser? User { get; init; }

    /// <summary>Null in home tabs.</summary>
    public Channel? Channel { get; init; }

    /// <summary>Of clicks: what was clicked in.</summary>
    public InteractionContainer? Container { get; init; }

    /// <summary>Of shortcuts: the message; of clicks too, unless only one person sees it.</summary>
    public Message? Message { get; init; }

    /// <summary>Of shortcuts: which.</summary>
    public string? CallbackId { get; init; }

    public string? TriggerId { get; init; }

    public string? ResponseUrl { get; init; }

    /// <summary>Only of a form that was sent in.</summary>
    public SubmittedView? View { get; init; }

    /// <summary>Of clicks: what was clicked.</summary>
    public IReadOnlyList<InteractionAction>? Actions { get; init; }
}
