namespace BriefingBot.TestServers.Models.Faults;

/// <summary>What can happen to a request.</summary>
public enum ModelFaultKind
{
    /// <summary>
    /// An error status (<see cref="ModelFault.Status"/>) with the protocol's error body; 529 is Anthropic's "overloaded".
    /// </summary>
    ErrorStatus,

    /// <summary>429 with Retry-After in whole seconds (<see cref="ModelFault.RetryAfter"/>), or without it when that is null.</summary>
    RateLimit,

    /// <summary>429 of an account that has used up what it paid for: waiting does not help.</summary>
    OutOfQuota,

    /// <summary>The connection ends before the status line.</summary>
    DropTcp,

    /// <summary>The request is read and nothing ever comes.</summary>
    NeverAnswers,

    /// <summary>The headers of a stream come and no token ever does; unstreamed as <see cref="NeverAnswers"/>.</summary>
    NeverBegins,

    /// <summary>The first token comes later by <see cref="ModelFault.Duration"/>.</summary>
    DelayFirstToken,

    /// <summary>Each token comes <see cref="ModelFault.Duration"/> after the one before.</summary>
    SlowTokens,

    /// <summary>The connection ends after <see cref="ModelFault.AfterTokens"/> tokens.</summary>
    CutStream,

    /// <summary>
    /// The stream ends in good order after <see cref="ModelFault.AfterTokens"/> tokens, but says neither why nor that it is done.
    /// </summary>
    EndWithoutFinish,

    /// <summary>After <see cref="ModelFault.AfterTokens"/> tokens nothing comes any more, and the connection stays.</summary>
    Stall,

    /// <summary>An error event in the middle of a stream, after <see cref="ModelFault.AfterTokens"/> tokens; unstreamed as 500.</summary>
    ErrorInStream,

    /// <summary>The answer ends for its length after <see cref="ModelFault.AfterTokens"/> tokens.</summary>
    Truncate,

    /// <summary>Status 200 and a body, or an event after <see cref="ModelFault.AfterTokens"/> tokens, that is not JSON.</summary>
    MalformedJson,

    /// <summary>Status 200 and the HTML page of a proxy.</summary>
    HtmlPage,

    /// <summary>A well-formed answer of <see cref="ModelFault.Nonsense"/>.</summary>
    Nonsense,

    /// <summary>Tokens without end, whatever the limit, until the client leaves; unstreamed as <see cref="NeverAnswers"/>.</summary>
    Endless,

    /// <summary>The provider's filter: no text, and content_filter or refusal as the reason.</summary>
    Refuses,
}
