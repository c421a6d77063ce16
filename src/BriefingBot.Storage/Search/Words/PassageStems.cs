using BriefingBot.Core.Coverage;
using BriefingBot.Core.Text;

namespace BriefingBot.Storage.Search.Words;

/// <summary>
/// The stems that the word index holds of a passage: those of its own text, and for body text and captions those of the article's title, so
/// that a passage is found by what its headline says but the headline itself is not counted twice.
/// </summary>
internal static class PassageStems
{
    /// <summary>The stems of a text, each as often as it stands there.</summary>
    public static IEnumerable<string> Of(ReadOnlySpan<char> text) => WordTokenizer.Tokenize(text).Select(token => token.Stem);

    /// <summary>The stems of a passage, each as often as it is to count.</summary>
    /// <param name="text">The text of the article.</param>
    /// <param name="passage">Where the passage lies in it.</param>
    /// <param name="title">The stems of the title.</param>
    public static List<string> Of(string text, Passage passage, IReadOnlyCollection<string> title) =>
        [.. Of(text.AsSpan(passage.Start, passage.End - passage.Start)), .. CarriesTitle(passage.Kind) ? title : []];

    private static bool CarriesTitle(PassageKind kind) => kind is PassageKind.Body or PassageKind.Caption;
}
