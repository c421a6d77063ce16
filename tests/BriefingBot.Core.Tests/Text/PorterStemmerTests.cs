using BriefingBot.Core.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace BriefingBot.Core.Tests.Text;

public sealed class PorterStemmerTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(5000);

    private static readonly string[] Suffixes =
    [
        "s",
        "ss",
        "sses",
        "ies",
        "ed",
        "eed",
        "ing",
        "y",
        "e",
        "ll",
        "ational",
        "izer",
        "fulness",
        "biliti",
        "icate",
        "ness",
        "ement",
        "ion",
        "ator",
        "zz",
        "uuu",
        "yyy",
        "x",
    ];

    /// <summary>The examples of Porter's paper, rule by rule, each with what the whole algorithm makes of the word.</summary>
    [Theory]
    [InlineData("caresses caress ponies poni ties ti caress caress cats cat")]
    [InlineData("feed feed agreed agre plastered plaster bled bled motoring motor sing sing")]
    [InlineData(
        "conflated conflat troubled troubl sized size hopping hop tanned tan falling fall hissing hiss fizzed fizz failing fail filing file"
    )]
    [InlineData("happy happi sky sky")]
    [InlineData(
        "relational relat conditional condit rational ration valenci valenc hesitanci hesit digitizer digit "
            + "conformabli conform radicalli radic"
    )]
    [InlineData(
        "differentli differ vileli vile analogousli analog vietnamization vietnam predication predic operator oper feudalism feudal"
    )]
    [InlineData("decisiveness decis hopefulness hope callousness callous formaliti formal sensitiviti sensit sensibiliti sensibl")]
    [InlineData("triplicate triplic formative form formalize formal electriciti electr electrical electr hopeful hope goodness good")]
    [InlineData(
        "revival reviv allowance allow inference infer airliner airlin gyroscopic gyroscop adjustable adjust "
            + "defensible defens irritant irrit"
    )]
    [InlineData("replacement replac adjustment adjust dependent depend adoption adopt homologou homolog communism commun activate activ")]
    [InlineData("angulariti angular homologous homolog effective effect bowdlerize bowdler")]
    [InlineData("probate probat rate rate cease ceas controll control roll roll")]
    [InlineData("generalizations gener oscillators oscil")]
    public void Stems_as_Porters_paper_does(string pairs)
    {
        string[] words = pairs.Split(' ');
        for (int i = 0; i < words.Length; i += 2)
        {
            Assert.Equal($"{words[i]} {words[i + 1]}", $"{words[i]} {Stem(words[i])}");
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("is")]
    [InlineData("us")]
    public void Leaves_words_of_one_or_two_letters_alone(string word) => Assert.Equal(word, Stem(word));

    [Fact]
    public void Stems_of_any_lower_case_text_are_never_empty_and_never_longer()
    {
        var letters = Gen.Elements("aeiouybdlmnrstzxé0'".ToCharArray()).ArrayOf().Select(units => new string(units));
        var words = (from stem in letters from suffix in Gen.Elements(Suffixes) select stem + suffix).ToArbitrary();
        Check.One(Runs, Prop.ForAll(words, word => Stem(word).Length is > 0 and var length && length <= word.Length));
    }

    private static string Stem(string word)
    {
        char[] units = word.ToCharArray();
        return new string(units, 0, PorterStemmer.Stem(units));
    }
}
