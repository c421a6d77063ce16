using System.Text.Json;
using BriefingBot.Inference.LocalEncoder.Tokenization;

namespace BriefingBot.Inference.Tests.LocalEncoder;

public sealed class TokenizerTests
{
    [Fact]
    public void Empty_text_has_no_token() => Assert.Empty(LoadedTokenizer.Encode(""));

    [Theory]
    [InlineData("a\uD83D", "a\uFFFD")]
    [InlineData("\uDE00\u00E9", "\uFFFD\u00E9")]
    [InlineData("x\uFFFEy", "x\uFFFDy")]
    public void A_lone_half_of_a_pair_is_an_unknown_symbol_like_any_other(string text, string equivalent) =>
        Assert.Equal(LoadedTokenizer.Encode(equivalent), LoadedTokenizer.Encode(text));

    [Fact]
    public void A_run_of_unknown_symbols_is_one_token() =>
        Assert.Equal(LoadedTokenizer.Encode("\u0939"), LoadedTokenizer.Encode("\u0939\u0939\u0939"));

    [Fact]
    public void Control_symbols_in_the_text_are_not_the_control_symbols_of_the_model() =>
        Assert.DoesNotContain(LoadedTokenizer.Encode("<s> </s> extra_token_id_1"), static id => id is >= 1 and < Vocabulary.FirstTextPiece);

    [Fact]
    public void The_last_of_equal_pieces_wins()
    {
        var tokenizer = new UnigramTokenizer(new Vocabulary(["", "", "", "", "", "", "\u2581", "ab", "a", "b", "ab"], [0, 0, 0, 0, 0, 0, -1, -9, -2, -2, -3]));
        var ids = new ushort[4];
        int count = tokenizer.Encode("ab", ids, new TokenizerScratch());
        Assert.Equal([6, 10], ids[..count].Select(static id => (int)id));
    }

    [Fact]
    public void On_a_tie_the_later_start_wins()
    {
        var tokenizer = new UnigramTokenizer(new Vocabulary(["", "", "", "", "", "", "\u2581", "ab", "a", "b"], [0, 0, 0, 0, 0, 0, -1, -4, -2, -2]));
        var ids = new ushort[4];
        int count = tokenizer.Encode("ab", ids, new TokenizerScratch());
        Assert.Equal([6, 8, 9], ids[..count].Select(static id => (int)id));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[[\"a\"]]")]
    [InlineData("[[1, 2]]")]
    [InlineData("[[\"a\", \"b\"]]")]
    [InlineData("[[\"a\", 1]")]
    public void A_file_of_another_form_is_refused(string json)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, json);
            Assert.ThrowsAny<JsonException>(() => VocabularyFile.Read(path));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
