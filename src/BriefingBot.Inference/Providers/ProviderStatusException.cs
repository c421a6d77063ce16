namespace BriefingBot.Inference.Providers;

/// <summary>
/// A provider did not answer 2xx with what was asked for. Its message names the status only; <see cref="ProviderFailures"/> explains it.
/// </summary>
internal sealed class ProviderStatusException(int status, ProviderError error, TimeSpan? retryAfter, bool isWebPage)
    : Exception($"Status {status}.")
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>What the body says.</summary>
    public ProviderError Error { get; } = error;

    /// <summary>How long the provider asks to be left alone.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>The body is the page of a proxy or a portal, whatever the status.</summary>
    public bool IsWebPage { get; } = isWebPage;
}
