using BriefingBot.Core.Answering;
using BriefingBot.Core.Conversations;
using BriefingBot.Core.Conversations.Kept;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Web.Pages.Asking;

/// <summary>What the ask page shows.</summary>
/// <param name="Question">The question as typed; null for the empty page.</param>
/// <param name="History">The earlier questions of the conversation, oldest first.</param>
/// <param name="Message">The answer; null for the empty page and after bad input.</param>
/// <param name="Error">What was wrong with the question; null when nothing was.</param>
/// <param name="Status">What the store holds.</param>
/// <param name="Newest">The newest articles; for the empty page.</param>
public sealed record AskPageModel(
    string? Question,
    IReadOnlyList<string> History,
    OutgoingMessage? Message,
    string? Error,
    StoreStatus Status,
    IReadOnlyList<ArticleHeader> Newest
)
{
    /// <summary>Who was to write the answer.</summary>
    public ComposerChoice Composer { get; init; }

    /// <summary>What was read from the question and set aside.</summary>
    public SetAside SetAside { get; init; }

    /// <summary>The name under which the answer can be kept; null: it cannot.</summary>
    public KeptAnswerId? AtHand { get; init; }

    /// <summary>Where this server is reached, without a slash at its end: copied citations lead to its article reader.</summary>
    public string BaseAddress { get; init; } = "";

    /// <summary>A language model is configured, so that there is a choice.</summary>
    public bool HasModel { get; init; }

    /// <summary>The history of a follow-up to this question.</summary>
    public IReadOnlyList<string> NextHistory => Question is null ? History : PageHistory.Bound([.. History, Question]);
}
