namespace BriefingBot.Presentation;

/// <summary>Makes text of others safe to print on a terminal: no control characters, so no escape sequences.</summary>
internal static class PlainText
{
    /// <summary>The text as one line; every run of control characters becomes one blank.</summary>
    public static string OneLine(string text)
    {
        if (!text.Any(char.IsControl))
        {
            return text;
        }

        string blanked = string.Create(
            text.Length,
            text,
            static (span, source) =>
            {
                for (int i = 0; i < span.Length; i++)
                {
                    span[i] = char.IsControl(source[i]) ? ' ' : source[i];
                }
            }
        );
        return string.Join(' ', blanked.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
