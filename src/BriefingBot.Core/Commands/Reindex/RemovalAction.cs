using System.Diagnostics.CodeAnalysis;
using BriefingBot.Core.Ingestion;

namespace BriefingBot.Core.Commands.Reindex;

/// <summary>
/// The button that confirms a removal which an index run held back, as the platform carries it: <c>removal:0123456789abcdef</c>. It works
/// for as long as just that is gone.
/// </summary>
/// <param name="Mark">As <see cref="IngestionReport.HeldMark"/>.</param>
public readonly record struct RemovalAction(string Mark)
{
    // Stands in messages that were posted: never change it.
    private const string Word = "removal:";

    /// <summary>Reads what <see cref="ToString"/> writes; false for a button of something else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RemovalAction action)
    {
        action = default;
        if (text is null || !text.StartsWith(Word, StringComparison.Ordinal) || !RemovalMark.IsMark(text[Word.Length..]))
        {
            return false;
        }

        action = new RemovalAction(text[Word.Length..]);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Word + Mark;
}
