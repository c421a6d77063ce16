namespace BriefingBot.Core.Chat.Turns;

/// <summary>What somebody is told who asks much at once.</summary>
internal static class FloodNotice
{
    /// <summary>The line.</summary>
    public static string Of(int open) =>
        $"You have {open} questions open right now. I will answer all of them, one after the other, so that others get their turn too.";
}
