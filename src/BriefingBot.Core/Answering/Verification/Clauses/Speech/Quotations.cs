namespace BriefingBot.Core.Answering.Verification.Clauses.Speech;

/// <summary>Marks what stands between quotation marks. Stateless.</summary>
internal static class Quotations
{
    /// <summary>
    /// Marks it; a quotation that is still open at the end reaches to the end, one that was opened before the sentence from its start.
    /// </summary>
    public static void Mark(ClauseToken[] tokens)
    {
        bool open = StartsInside(tokens);
        for (int i = 0; i < tokens.Length; i++)
        {
            if (IsMark(tokens[i]))
            {
                open = tokens[i].Key switch
                {
                    "“" => true,
                    "”" => false,
                    _ => !open,
                };
            }
            else
            {
                tokens[i].IsQuoted = open;
            }
        }
    }

    /// <summary>Is it a double quotation mark?</summary>
    public static bool IsMark(ClauseToken token) => token.Kind == ClauseTokenKind.Mark && token.Key is "\"" or "“" or "”" or "''";

    private static bool StartsInside(ClauseToken[] tokens) => Array.Find(tokens, IsMark) is { Key: "”" };
}
