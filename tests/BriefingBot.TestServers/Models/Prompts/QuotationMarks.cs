namespace BriefingBot.TestServers.Models.Prompts;

/// <summary>Straight and curly double quotation marks.</summary>
internal static class QuotationMarks
{
    public static bool Any(string text) => text.IndexOfAny(['"', '“', '”']) >= 0;

    /// <summary>Whether every mark has its partner.</summary>
    public static bool ArePaired(string text) =>
        text.Count(static letter => letter == '"') % 2 == 0
        && text.Count(static letter => letter == '“') == text.Count(static letter => letter == '”');

    /// <summary>Whether a place in the text is between two of them.</summary>
    public static bool Enclose(string text, int at) => !ArePaired(text[..at]);
}
