using BriefingBot.Core.Chat;

namespace BriefingBot.Core.Corrections;

/// <summary>Where corrections go.</summary>
/// <param name="Threads">Where the answer was given.</param>
/// <param name="Places">Channels that hear of all of them.</param>
public sealed record CorrectionTargets(bool Threads, IReadOnlyList<ChatAddress> Places)
{
    private const string ThreadsWord = "threads";
    private const string NoneWord = "none";

    /// <summary>Reads <see cref="CorrectionsOptions.Notify"/>.</summary>
    /// <returns>Null when it cannot be read; <paramref name="wrong"/> is the part that it fails at.</returns>
    public static CorrectionTargets? Read(string text, out string wrong)
    {
        wrong = "";
        bool threads = false;
        List<ChatAddress> places = [];
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (string part in parts)
        {
            wrong = part;
            if (part.Equals(ThreadsWord, StringComparison.OrdinalIgnoreCase))
            {
                threads = true;
            }
            else if (part.Equals(NoneWord, StringComparison.OrdinalIgnoreCase) && parts.Length == 1)
            {
                break;
            }
            else if (ReadPlace(part) is { } place)
            {
                places.Add(place);
            }
            else
            {
                return null;
            }
        }

        return parts.Length == 0 ? null : new CorrectionTargets(threads, places);
    }

    private static ChatAddress? ReadPlace(string text)
    {
        if (
            text.Split(':') is not [{ Length: > 0 } platform, { Length: > 0 } place]
            || !platform.All(char.IsAsciiLetterLower)
            || place.Any(char.IsWhiteSpace)
        )
        {
            return null;
        }

        int slash = place.LastIndexOf('/');
        string channel = place[(slash + 1)..];
        return channel.Length == 0 ? null : new ChatAddress(platform, slash > 0 ? place[..slash] : null, channel);
    }
}
