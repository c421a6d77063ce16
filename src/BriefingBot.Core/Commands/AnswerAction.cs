using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using BriefingBot.Core.Chat.Journal;

namespace BriefingBot.Core.Commands;

/// <summary>
/// A button under an answer, as the platform carries it: <c>helpful:0123456789abcdef0123</c>. It works for as long as the store keeps the
/// answer, restarts included.
/// </summary>
/// <param name="Kind">What it does.</param>
/// <param name="Answer">The answer.</param>
public readonly record struct AnswerAction(AnswerActionKind Kind, AnswerId Answer)
{
    private const int MaxPage = 9999;

    // Stand in messages that were posted: never change them.
    private static readonly Dictionary<string, AnswerActionKind> Words = new(StringComparer.Ordinal)
    {
        ["helpful"] = AnswerActionKind.Helpful,
        ["unhelpful"] = AnswerActionKind.NotHelpful,
        ["passages"] = AnswerActionKind.Passages,
        ["share"] = AnswerActionKind.Share,
        ["more"] = AnswerActionKind.More,
        ["why-wrong"] = AnswerActionKind.WhyWrong,
        ["why-outdated"] = AnswerActionKind.WhyOutdated,
        ["why-not-asked"] = AnswerActionKind.WhyNotAsked,
        ["why-source"] = AnswerActionKind.WhySource,
        ["why-other"] = AnswerActionKind.WhyOther,
    };

    /// <summary>The first message that is shown, counted from 0: of what found no room.</summary>
    public int From { get; init; }

    /// <summary>The answer stands below its question.</summary>
    public bool WithQuestion { get; init; }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out AnswerAction action)
    {
        action = default;
        string[] parts = text?.Split(':') ?? [];
        if (parts.Length is not (2 or 3) || !Words.TryGetValue(parts[0], out var kind) || !AnswerId.TryParse(parts[1], out var answer))
        {
            return false;
        }

        string page = parts.ElementAtOrDefault(2) ?? "0";
        bool withQuestion = page.StartsWith('q');
        if (!int.TryParse(withQuestion ? page[1..] : page, NumberStyles.None, CultureInfo.InvariantCulture, out int from) || from > MaxPage)
        {
            return false;
        }

        action = new AnswerAction(kind, answer) { From = from, WithQuestion = withQuestion };
        return true;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var kind = Kind;
        string page = From == 0 && !WithQuestion ? "" : string.Create(CultureInfo.InvariantCulture, $":{(WithQuestion ? "q" : "")}{From}");
        return $"{Words.First(word => word.Value == kind).Key}:{Answer}{page}";
    }
}
