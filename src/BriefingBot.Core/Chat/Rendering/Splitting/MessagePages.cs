namespace BriefingBot.Core.Chat.Rendering.Splitting;

/// <summary>Keeps replies short: so many messages at once, the rest behind a button. Stateless.</summary>
public static class MessagePages
{
    /// <summary>The most messages that a reply has.</summary>
    public const int Most = 2;

    /// <summary>The messages from one on, as many as a reply has.</summary>
    /// <param name="parts">All messages.</param>
    /// <param name="from">The first, counted from 0.</param>
    /// <returns>The messages, and where the next page begins; null behind the last.</returns>
    public static (IReadOnlyList<MessagePart> Parts, int? Next) Of(IReadOnlyList<MessagePart> parts, int from = 0)
    {
        int first = Math.Clamp(from, 0, Math.Max(0, parts.Count - 1));
        return ([.. parts.Skip(first).Take(Most)], first + Most < parts.Count ? first + Most : null);
    }

    /// <summary>How many entries of a list fit into one reply with what stands above them; one at least.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="blocks">The reply with so many of them.</param>
    /// <param name="markup">The platform's way of writing.</param>
    /// <param name="limits">What a message holds.</param>
    public static int Fit(int count, Func<int, IReadOnlyList<AnswerBlock>> blocks, ChatMarkup markup, MessageLimits limits)
    {
        int fitting = count;
        while (fitting > 1 && MessageSplitter.Split(blocks(fitting), markup, limits).Count > Most)
        {
            fitting--;
        }

        return fitting;
    }
}
