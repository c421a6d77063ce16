using System.Text.Json;

namespace BriefingBot.Slack.Protocol;

/// <summary>Texts of elements that are read by hand.</summary>
internal static class JsonText
{
    /// <summary>The text; null for what is none, and for one whose escapes stand for no characters.</summary>
    public static string? Of(JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
