using System.Text;

namespace BriefingBot.Core.Chat.Inbox;

/// <summary>The words of a short message, in small letters and without signs, to be looked up whole. Stateless.</summary>
internal static class SpokenWords
{
    /// <summary>The words in order; apostrophes are left out: "what's" is "whats".</summary>
    public static string[] Of(string text)
    {
        StringBuilder letters = new(text.Length);
        foreach (char sign in text)
        {
            if (sign is not ('\'' or '\u2019'))
            {
                letters.Append(char.IsLetterOrDigit(sign) ? char.ToLowerInvariant(sign) : ' ');
            }
        }

        return letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
