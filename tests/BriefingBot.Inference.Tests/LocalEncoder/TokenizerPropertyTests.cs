using System.Text;
using BriefingBot.Inference.LocalEncoder.Tokenization;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Inference.Tests.LocalEncoder;

public sealed class TokenizerPropertyTests
{
    private static readonly Config _config = Config.QuickThrowOnFailure.WithMaxTest(300);

    private static readonly Dictionary<string, int> _ids = LoadedTokenizer.Vocabulary.Pieces
        .Select(static (piece, id) => (piece, id))
        .Skip(Vocabulary.FirstTextPiece)
        .GroupBy(static entry => entry.piece)
        .ToDictionary(static group => group.Key, static group => group.Last().id);

    // Words, punctuation with the odd scores, compatibility characters, other scripts, pairs and halves of pairs, control characters.
    private static readonly Arbitrary<string> _texts = Gen.OneOf(
            Gen.Elements("news", "the ", " Kyiv", "://", ": ", ":)", "):", "\u201D5", "\u2026", "\u00BD", "\uFB01", "\u00A0", "\u3000", "\u00E9", "e\u0301", "\uFFFE", "\u2581"),
            Gen.Elements("\u041F\u0440\u0438", "\u0939\u093F", "\U0001F600", "\uD83D", "\uDE00", "\0", "\n", "\t", "  ", "", "2021", ",", "."),
            Gen.Choose(0, char.MaxValue).Select(static unit => ((char)unit).ToString()))
        .ListOf()
        .Select(static parts => string.Concat(parts))
        .ToArbitrary();

    [Fact]
    public void Takes_any_text_and_gives_tokens_unless_it_is_empty() => Prop.ForAll(
        _texts,
        static text =>
        {
            ushort[] ids = LoadedTokenizer.Encode(text);
            return (ids.Length == 0) == (text.Length == 0) && ids.All(static id => id is 0 or >= Vocabulary.FirstTextPiece and < 8000);
        }).Check(_config);

    [Fact]
    public void Pieces_and_runs_of_unknown_symbols_cover_the_normalized_text_without_a_gap() => Prop.ForAll(
        _texts,
        static text => Covers(Normalized(text), LoadedTokenizer.Encode(text))).Check(_config);

    [Fact]
    public void Scores_at_least_as_well_as_always_taking_the_longest_piece() => Prop.ForAll(
        _texts,
        static text => Score(LoadedTokenizer.Encode(text)) >= GreedyScore(Normalized(text)) - 1e-9).Check(_config);

    [Fact]
    public void Leaves_out_what_does_not_fit_and_counts_it() => Prop.ForAll(
        _texts,
        static text =>
        {
            ushort[] all = LoadedTokenizer.Encode(text);
            var some = new ushort[3];
            int count = LoadedTokenizer.Instance.Encode(text, some, new TokenizerScratch());
            return count == all.Length && some.AsSpan(0, Math.Min(count, 3)).SequenceEqual(all.AsSpan(0, Math.Min(count, 3)));
        }).Check(_config);

    [Fact]
    public void A_used_scratch_changes_nothing() => Prop.ForAll(
        _texts,
        _texts,
        static (first, second) =>
        {
            var scratch = new TokenizerScratch();
            var ids = new ushort[(second.Length * 20) + 1];
            LoadedTokenizer.Instance.Encode(first, ids, scratch);
            int count = LoadedTokenizer.Instance.Encode(second, ids, scratch);
            return ids.AsSpan(0, count).SequenceEqual(LoadedTokenizer.Encode(second));
        }).Check(_config);

    private static string Normalized(string text)
    {
        var scratch = new TokenizerScratch();
        int length = TextNormalizer.Normalize(text, scratch);
        return new string(scratch.Text, 0, length);
    }

    private static bool Covers(string text, ReadOnlySpan<ushort> ids)
    {
        // A run of unknown symbols may end wherever the next known piece begins, so all ends are tried.
        if (ids.IsEmpty)
        {
            return text.Length == 0;
        }

        if (ids[0] != Vocabulary.Unknown)
        {
            string piece = LoadedTokenizer.Vocabulary.Pieces[ids[0]];
            return text.StartsWith(piece, StringComparison.Ordinal) && Covers(text[piece.Length..], ids[1..]);
        }

        int width = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (_ids.ContainsKey(rune.ToString()))
            {
                break;
            }

            width += rune.Utf16SequenceLength;
        }

        return width > 0 && Covers(text[width..], ids[1..]);
    }

    private static double Score(ushort[] ids) => ids.Where(static id => id != Vocabulary.Unknown).Sum(static id => LoadedTokenizer.Vocabulary.Scores[id]);

    private static double GreedyScore(string text)
    {
        double score = 0;
        for (int start = 0; start < text.Length;)
        {
            int length = Enumerable.Range(1, Math.Min(16, text.Length - start)).LastOrDefault(width => _ids.ContainsKey(text.Substring(start, width)));
            score += length == 0 ? 0 : LoadedTokenizer.Vocabulary.Scores[_ids[text.Substring(start, length)]];
            start += Math.Max(length, 1);
        }

        return score;
    }
}
