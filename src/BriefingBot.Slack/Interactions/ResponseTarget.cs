namespace BriefingBot.Slack.Interactions;

/// <summary>Where a command or a click is answered, as the journal keeps it. The address is a secret.</summary>
/// <param name="Url">The response_url.</param>
/// <param name="ThreadTs">The thread that the answer shows in; null for the channel itself.</param>
/// <param name="ShareIn">The thread that the answer would be shared to; null for the channel itself.</param>
internal sealed record ResponseTarget(string Url, string? ThreadTs = null, string? ShareIn = null)
{
    /// <summary>Reads what <see cref="ToString"/> writes; null when there is none.</summary>
    public static ResponseTarget? Read(string? text) =>
        text?.Split(' ', 3) is [var thread, var share, var url] ? new ResponseTarget(url, NullIfEmpty(thread), NullIfEmpty(share)) : null;

    /// <inheritdoc/>
    public override string ToString() => $"{ThreadTs} {ShareIn} {Url}";

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
