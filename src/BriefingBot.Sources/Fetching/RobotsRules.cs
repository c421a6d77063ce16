using System.Globalization;

namespace BriefingBot.Sources.Fetching;

/// <summary>
/// The rules of a robots.txt for one reader (RFC 9309): of the most specific group, the longest match decides, and "allow" when both are as
/// long.
/// </summary>
internal sealed class RobotsRules
{
    private const int MostLines = 20_000;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    private readonly List<(string Path, bool IsAllowed)> _rules = [];

    /// <summary>Everything is allowed.</summary>
    public static RobotsRules None { get; } = new();

    /// <summary>The pause that the host asks for between requests, at most 30 s; zero when it does not.</summary>
    public TimeSpan Delay { get; private set; }

    /// <summary>Reads a file; what is no rule is passed over.</summary>
    /// <param name="text">The file.</param>
    /// <param name="agent">The reader's name, without its version.</param>
    public static RobotsRules Parse(string text, string agent)
    {
        RobotsRules own = new();
        RobotsRules all = new();
        bool hasOwn = false;
        bool toOwn = false;
        bool toAll = false;
        bool inAgents = false;
        foreach (string whole in text.ReplaceLineEndings("\n").Split('\n').Take(MostLines))
        {
            string line = whole.Split('#')[0];
            if (line.IndexOf(':', StringComparison.Ordinal) is not (var colon and > 0))
            {
                continue;
            }

            string key = line[..colon].Trim().ToLowerInvariant();
            string value = line[(colon + 1)..].Trim();
            if (key == "user-agent")
            {
                if (!inAgents)
                {
                    toOwn = toAll = false;
                }

                inAgents = true;
                toAll |= value == "*";
                toOwn |= value != "*" && value.Length > 0 && agent.StartsWith(value, StringComparison.OrdinalIgnoreCase);
                hasOwn |= toOwn;
                continue;
            }

            inAgents = false;
            if (toOwn)
            {
                own.Add(key, value);
            }

            if (toAll)
            {
                all.Add(key, value);
            }
        }

        return hasOwn ? own : all;
    }

    /// <summary>May the path (with its query) be read?</summary>
    public bool IsAllowed(string path)
    {
        (int Length, bool IsAllowed) best = (-1, true);
        foreach (var (pattern, isAllowed) in _rules)
        {
            if ((pattern.Length > best.Length || (pattern.Length == best.Length && isAllowed)) && Matches(pattern, path))
            {
                best = (pattern.Length, isAllowed);
            }
        }

        return best.IsAllowed;
    }

    private void Add(string key, string value)
    {
        if (key is "allow" or "disallow" && value.Length > 0)
        {
            _rules.Add((value, key == "allow"));
        }
        else if (
            key == "crawl-delay"
            && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds)
            && seconds > 0
        )
        {
            Delay = seconds > LongestDelay.TotalSeconds ? LongestDelay : TimeSpan.FromSeconds(seconds);
        }
    }

    // "*" stands for any characters, "$" for the end; the pieces between stars are found from left to right.
    private static bool Matches(string pattern, string path)
    {
        bool toEnd = pattern.EndsWith('$');
        string[] pieces = (toEnd ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(pieces[0], StringComparison.Ordinal))
        {
            return false;
        }

        int at = pieces[0].Length;
        for (int i = 1; i < pieces.Length; i++)
        {
            if (toEnd && i == pieces.Length - 1)
            {
                return path.Length - pieces[i].Length >= at && path.EndsWith(pieces[i], StringComparison.Ordinal);
            }

            int found = path.IndexOf(pieces[i], at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + pieces[i].Length;
        }

        return !toEnd || at == path.Length;
    }
}
