using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;
using Xunit;

namespace BriefingBot.Core.Tests.Retrieval;

public sealed class TermCoverageTests
{
    [Fact]
    public void Finds_terms_by_stem_and_by_another_word_for_the_same_country()
    {
        TermCoverage coverage = new(Terms("treaties", "Russia", "harbour"));
        Assert.Equal(0b011UL, coverage.Of(WordTokenizer.Tokenize("Moscow signed the treaty.")));
        Assert.Equal(0UL, coverage.Of(WordTokenizer.Tokenize("Nothing was said.")));
    }

    [Fact]
    public void Weighs_what_was_found_once() =>
        Assert.Equal(
            0.7,
            TermCoverage.Weigh(new TermCoverage(Terms("a1", "b1", "c1")).Of(WordTokenizer.Tokenize("c1 a1 a1 c1")), [0.5, 0.3, 0.2]),
            6
        );

    [Fact]
    public void More_terms_than_it_can_count_do_no_harm()
    {
        string[] words = [.. Enumerable.Range(0, 100).Select(i => $"term{i}")];
        TermCoverage coverage = new(Terms(words));
        Assert.Equal(ulong.MaxValue, coverage.Of(WordTokenizer.Tokenize(string.Join(' ', words))));
        Assert.Equal(0.64, TermCoverage.Weigh(ulong.MaxValue, [.. words.Select(_ => 0.01)]), 6);
    }

    private static List<QuestionTerm> Terms(params IEnumerable<string> words) =>
        [.. words.Select(word => new QuestionTerm(WordTokenizer.Stem(word), word, false, false))];
}
