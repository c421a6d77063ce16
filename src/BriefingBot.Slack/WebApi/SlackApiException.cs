using System.Net;
using BriefingBot.Core.Diagnostics;

namespace BriefingBot.Slack.WebApi;

/// <summary>
/// Slack refused a call, or could not be reached. The message is for the log and says what to do; it holds no secret and no text of users.
/// </summary>
internal sealed class SlackApiException(string method, string message, Exception? cause = null) : OperatorException(message, cause)
{
    /// <summary>What was called.</summary>
    public string Method { get; } = method;

    /// <summary>Slack's word for what is wrong; null when it gave none.</summary>
    public string? Error { get; init; }

    /// <summary>The HTTP status; null when there was no answer.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>How long Slack wants to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Slack will refuse it again: trying again cannot help.</summary>
    public bool IsPermanent { get; init; }

    /// <summary>Nobody knows whether it took effect, and repeating it might do it twice: look first.</summary>
    public bool IsUnknownOutcome { get; init; }

    /// <summary>The token is no good, or the bot was removed: no call will succeed.</summary>
    public bool IsTokenRefused => SlackErrors.RefusesToken(Error);
}
