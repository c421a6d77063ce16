namespace BriefingBot.Core.Intake.Fetching;

/// <summary>Something could not be fetched. The message is one line that says why and what to do.</summary>
public sealed class FetchException : Exception
{
    /// <summary>For the runtime.</summary>
    public FetchException() { }

    public FetchException(string message)
        : base(message) { }

    /// <summary>Makes one with its cause.</summary>
    public FetchException(string message, Exception? inner)
        : base(message, inner) { }

    /// <summary>The host says that it is gone for good (410).</summary>
    public bool IsGone { get; init; }

    /// <summary>The HTTP status of the host's answer; null when there was none.</summary>
    public int? Status { get; init; }

    /// <summary>How long the host asks to wait; null when it does not.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
