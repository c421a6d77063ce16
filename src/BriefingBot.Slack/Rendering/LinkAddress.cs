namespace BriefingBot.Slack.Rendering;

/// <summary>Addresses as Slack takes them in a link.</summary>
internal static class LinkAddress
{
    private const int Longest = 1500;

    /// <summary>
    /// The address with the signs of both ways of writing percent-encoded; null when it is none of the web, or too long for a link.
    /// </summary>
    public static string? Of(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return null;
        }

        string text = uri
            .AbsoluteUri.Replace("|", "%7C", StringComparison.Ordinal)
            .Replace("<", "%3C", StringComparison.Ordinal)
            .Replace(">", "%3E", StringComparison.Ordinal)
            .Replace("(", "%28", StringComparison.Ordinal)
            .Replace(")", "%29", StringComparison.Ordinal)
            .Replace("\\", "%5C", StringComparison.Ordinal);
        return text.Length <= Longest ? text : null;
    }
}
