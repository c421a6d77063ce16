namespace BriefingBot.Core.Text;

/// <summary>
/// Bounds the nesting of brackets before a parser that recurses, or that queues what is open, sees the text. One pass, no memory.
/// </summary>
public static class Nesting
{
    /// <summary>Are more than <paramref name="depth"/> square or curly brackets open at once, as they stand, quoted or not?</summary>
    /// <param name="text">The text.</param>
    /// <param name="depth">How many may be.</param>
    /// <param name="line">The line on which they are, from 0.</param>
    public static bool IsDeeperThan(ReadOnlySpan<char> text, int depth, out int line)
    {
        int open = 0;
        line = 0;
        foreach (char c in text)
        {
            switch (c)
            {
                case '[' or '{':
                    if (++open > depth)
                    {
                        return true;
                    }

                    break;
                case ']' or '}':
                    open = Math.Max(0, open - 1);
                    break;
                case '\n':
                    line++;
                    break;
            }
        }

        return false;
    }
}
