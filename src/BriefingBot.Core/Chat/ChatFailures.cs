using System.Security.Cryptography;
using BriefingBot.Core.Diagnostics;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Chat;

/// <summary>
/// Turns what broke into a short text for the person and a log entry for whoever runs the bot, tied by a reference id. Thread-safe.
/// </summary>
public sealed partial class ChatFailures(ILogger<ChatFailures> logger)
{
    private const string ReferenceLetters = "23456789abcdefghjkmnpqrstuvwxyz";

    /// <summary>Logs a failure.</summary>
    /// <param name="exception">What was thrown; only the log sees it.</param>
    /// <param name="activity">What was being done, for the log: a command's name, a question's id.</param>
    /// <returns>The text for the person; it holds the reference and nothing of the error.</returns>
    public string Report(Exception exception, string activity)
    {
        string reference = NewReference();
        LogFailed(logger, exception, activity, reference);
        return $"Something went wrong on my side and this was not done. Try again; if it fails again, tell an administrator "
            + $"the reference {reference}.";
    }

    /// <summary>Logs that a deadline passed.</summary>
    /// <param name="limit">How long was waited.</param>
    /// <param name="activity">What was being done, for the log.</param>
    /// <returns>The text for the person.</returns>
    public string ReportOverdue(TimeSpan limit, string activity)
    {
        string reference = NewReference();
        LogOverdue(logger, activity, limit.TotalSeconds, reference);
        return $"This took longer than {limit.TotalSeconds:0} seconds and was abandoned. Try again, or ask for less at once. "
            + $"Reference {reference}.";
    }

    private static string NewReference() => RandomNumberGenerator.GetString(ReferenceLetters, 8);

    [LoggerMessage(EventIds.Chat, LogLevel.Error, "{Activity} failed; reference {Reference}")]
    private static partial void LogFailed(ILogger logger, Exception exception, string activity, string reference);

    [LoggerMessage(EventIds.Chat + 1, LogLevel.Warning, "{Activity} took longer than {Seconds} s and was given up; reference {Reference}")]
    private static partial void LogOverdue(ILogger logger, string activity, double seconds, string reference);
}
