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

    /// <summary>Does a passage of this kind carry the title?</summary>
    public static bool CarriesTitle(PassageKind kind) => kind is PassageKind.Body or PassageKind.Caption;
}
