using System.Diagnostics.CodeAnalysis;
using BriefingBot.Core.Chat.Journal;

namespace BriefingBot.Core.Commands;

/// <summary>A button under an answer, as the platform carries it: <c>helpful:0123456789abcdef0123</c>. It works for as long as the store keeps the answer, restarts included.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Answer">The answer.</param>
public readonly record struct AnswerAction(AnswerActionKind Kind, AnswerId Answer)
{
    // Stand in messages that were posted: never change them.
    private static readonly Dictionary<string, AnswerActionKind> Words = new(StringComparer.Ordinal)
    {
        ["helpful"] = AnswerActionKind.Helpful,
        ["unhelpful"] = AnswerActionKind.NotHelpful,
        ["passages"] = AnswerActionKind.Passages,
        ["share"] = AnswerActionKind.Share,
    };

    /// <summary>Reads what <see cref="ToString"/> writes; false for a button of something else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out AnswerAction action)
    {
        action = default;
        int colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon < 0 || !Words.TryGetValue(text![..colon], out var kind) || !AnswerId.TryParse(text[(colon + 1)..], out var answer))
        {
            return false;
        }

        action = new AnswerAction(kind, answer);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var kind = Kind;
        return $"{Words.First(word => word.Value == kind).Key}:{Answer}";
    }
}
