using BriefingBot.Core.Answering.Extractive.Refusing;
using BriefingBot.Core.Answering.Extractive.Scoring;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using Xunit;

namespace BriefingBot.Core.Tests.Answering.Extractive;

public sealed class ActSubjectTests
{
    [Theory]
    [InlineData("When did Japan sign the treaty?", "Ministers of Japan met after Russia and North Korea signed a treaty.", "OthersDid")]
    [InlineData("When did Japan sign the treaty?", "A treaty signed by Russia worries Japan.", "OthersDid")]
    [InlineData("When did Japan sign the treaty?", "Russia signed the minutes, Japan said.", "Unmet")]
    [InlineData(
        "When did Japan sign the partnership treaty with North Korea?",
        "Russia signed the “partnership” treaty with Pyongyang.",
        "OthersDid"
    )]
    [InlineData("When did Japan sign the partnership treaty with North Korea?", "Russia signed a fishing deal.", "Unmet")]
    [InlineData("When did Russia sign the treaty?", "Ministers of Japan met after Russia and North Korea signed a treaty.", "Met")]
    [InlineData("When did Russia sign the treaty?", "Moscow has already signed the treaty.", "Met")]
    [InlineData("When did Russia sign the treaty?", "Russia, a day after North Korea, signed the treaty.", "Met")]
    [InlineData("When did Japan sign the treaty?", "The treaty with Japan was signed in Tokyo.", "Met")]
    [InlineData("When did Japan sign the treaty?", "In Japan they signed a treaty.", "Met")]
    public void Tells_whether_only_others_are_said_to_have_done_it(string asked, string sentence, string state)
    {
        var question = QuestionAnalyzer.Analyze(asked, asked, asked.Length, new DateOnly(2024, 6, 25));
        int verb = question.Terms.ToList().FindIndex(term => term.Surface == "sign");
        ulong actor = 1UL << question.Terms.ToList().FindIndex(term => term.IsName);

        Assert.Equal(state, ActSubject.Of(question, [actor], verb, [Scored(sentence, question)]).ToString());
    }

    private static ScoredSentence Scored(string text, Question question)
    {
        var passage = Sample.Retrieved(Sample.Passage(text)).Passages[0];
        return new(passage, 0, new TermCoverage(question.Terms).Of(passage.Sentences[0].Words), default, 0);
    }
}
