using BriefingBot.Core.Answering.Extractive.Refusing;
using BriefingBot.Core.Answering.Extractive.Scoring;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using Xunit;

namespace BriefingBot.Core.Tests.Answering.Extractive;

public sealed class NamesTogetherTests
{
    [Theory]
    [InlineData("Did Putin visit Seoul?", "Putin went to Vladivostok. He will stay.", true)]
    [InlineData("Did Putin visit Seoul?", "Putin went to Seoul. He will stay.", false)]
    [InlineData("Did Putin visit Seoul?", "Putin left on Friday. In Seoul he will stay.", false)]
    [InlineData("Did Putin visit a shipyard?", "Kim went to Vladivostok.", false)]
    [InlineData("When did Putin visit Seoul?", "Putin went to Vladivostok.", false)]
    public void Whether_something_is_so_is_said_only_where_all_names_stand_together(string asked, string text, bool missing)
    {
        var question = QuestionAnalyzer.Analyze(asked, asked, asked.Length, new DateOnly(2024, 6, 25));
        var found = Sample.Retrieved(Sample.Passage(text)).Passages[0];
        TermCoverage coverage = new(question.Terms);
        var passage = found with
        {
            Sentences = [.. found.Sentences.Select(sentence => sentence with { Terms = coverage.Of(sentence.Words) })],
        };

        Assert.Equal(
            missing,
            NamesTogether.AreMissing(
                question,
                [.. passage.Sentences.Select((sentence, i) => new ScoredSentence(passage, i, sentence.Terms, default, 0))]
            )
        );
    }
}
