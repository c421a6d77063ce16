using System.Text;

namespace BriefingBot.Discord.Messages;

/// <summary>What a thread is called.</summary>
internal static class ThreadName
{
    private const int Longest = 100;

    /// <summary>The question, cut at a word when it is too long.</summary>
    public static string Of(string question)
    {
        string text = string.Join(' ', question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length == 0)
        {
            return "Question";
        }

        if (text.Length <= Longest)
        {
            return text;
        }

        int end = Longest - 1;
        int blank = text.LastIndexOf(' ', end - 1);
        end =
            blank > Longest / 2 ? blank
            : char.IsHighSurrogate(text[end - 1]) ? end - 1
            : end;
        return new StringBuilder(text, 0, end, Longest).Append('…').ToString();
    }
}
