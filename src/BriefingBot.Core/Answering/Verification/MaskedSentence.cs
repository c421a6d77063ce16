using System.Text;
using BriefingBot.Core.Answering.Verification.Notation;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Verification;

/// <summary>
/// A dropped sentence as it may be named to a reader: words that no retrieved article has are taken out, so that neither an invention nor
/// an order that was planted in an article is spread by saying that it was left out.
/// </summary>
internal sealed class MaskedSentence
{
    /// <summary>What stands for words that were taken out.</summary>
    public const string Gap = "[…]";

    private readonly Lazy<HashSet<string>> _known;

    public MaskedSentence(RetrievedPassages retrieved) =>
        _known = new Lazy<HashSet<string>>(() =>
            retrieved
                .Passages.SelectMany(p => WordTokenizer.Tokenize(p.Passage.WithoutPlanted()).Select(word => word.Stem))
                .ToHashSet(StringComparer.Ordinal)
        );

    /// <summary>Only letters, digits and plain punctuation of known words stay.</summary>
    public string Of(string sentence)
    {
        StringBuilder masked = new();
        foreach (string piece in sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            bool isKnown =
                !ForbiddenNotation.StandsIn(piece)
                && piece.All(IsPlain)
                && WordTokenizer.Tokenize(piece).All(word => _known.Value.Contains(word.Stem) || StopWords.Contains(word.Stem));
            if (isKnown)
            {
                masked.Append(masked.Length > 0 ? " " : "").Append(piece);
            }
            else if (!masked.ToString().EndsWith(Gap, StringComparison.Ordinal))
            {
                masked.Append(masked.Length > 0 ? " " : "").Append(Gap);
            }
        }

        return masked.ToString();
    }

    private static bool IsPlain(char unit) =>
        char.IsLetterOrDigit(unit)
        || unit
            is '.'
                or ','
                or ';'
                or ':'
                or '!'
                or '?'
                or '\''
                or '’'
                or '"'
                or '“'
                or '”'
                or '('
                or ')'
                or '-'
                or '–'
                or '—'
                or '%'
                or '$'
                or '€'
                or '£';
}
