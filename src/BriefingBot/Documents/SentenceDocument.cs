using System.Globalization;
using BriefingBot.Core.Answering;

namespace BriefingBot.Documents;

/// <summary>A sentence of an answer.</summary>
/// <param name="Text">The words, without marks.</param>
/// <param name="Citations">The numbers of its citations.</param>
internal sealed record SentenceDocument(string Text, IReadOnlyList<int> Citations)
{
    /// <summary>The sentence followed by its marks: <c>Seoul protested. [1][2]</c>.</summary>
    public static string WithMarks(VerifiedSentence sentence) =>
        $"{sentence.Text} {string.Concat(sentence.Citations.Select(number => string.Create(CultureInfo.InvariantCulture, $"[{number}]")))}";
}
