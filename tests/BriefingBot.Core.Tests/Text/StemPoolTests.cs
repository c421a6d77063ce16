using BriefingBot.Core.Text;
using Xunit;

namespace BriefingBot.Core.Tests.Text;

public sealed class StemPoolTests
{
    /// <summary>More than there are places for, so that many words find all of theirs taken.</summary>
    private const int Words = 400_000;

    [Fact]
    public void A_word_has_its_own_stem_however_many_were_met_before_and_whoever_meets_it() =>
        Parallel.For(
            0,
            4,
            new ParallelOptions { CancellationToken = TestContext.Current.CancellationToken },
            _ =>
            {
                for (int i = 0; i < Words; i++)
                {
                    string word = Word(i);
                    var stemmed = StemPool.StemOf(word.ToCharArray());

                    if (stemmed.Stem != Stemmed(word) || stemmed.Hash != StemmedWord.HashOf(stemmed.Stem))
                    {
                        Assert.Fail($"{word} became {stemmed.Stem}");
                    }
                }
            }
        );

    [Fact]
    public void Words_of_one_stem_are_equal_and_others_are_not()
    {
        var (one, other, third) = (Of("voted"), Of("votes"), Of("boats"));

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, third);
    }

    private static StemmedWord Of(string word) => StemPool.StemOf(word.ToCharArray());

    private static string Stemmed(string word)
    {
        char[] units = word.ToCharArray();
        return new string(units, 0, PorterStemmer.Stem(units));
    }

    private static string Word(int number)
    {
        Span<char> letters = stackalloc char[6];
        for (int i = 0; i < letters.Length; i++)
        {
            letters[i] = (char)('a' + (number % 13));
            number /= 13;
        }

        return new string(letters) + "ing";
    }
}
