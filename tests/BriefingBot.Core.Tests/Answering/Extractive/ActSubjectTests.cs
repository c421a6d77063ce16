using BriefingBot.Core.Answering.Extractive;
using BriefingBot.Core.Answering.Extractive.Refusing;
using BriefingBot.Core.Questions;
using Xunit;

namespace BriefingBot.Core.Tests.Answering.Extractive;

public sealed class ActSubjectTests
{
    [Theory]
    [InlineData("When did Japan sign the treaty?", "Ministers of Japan met after Russia and North Korea signed a treaty.", true)]
    [InlineData("When did Japan sign the treaty?", "A treaty signed by Russia worries Japan.", true)]
    [InlineData("When did Russia sign the treaty?", "Ministers of Japan met after Russia and North Korea signed a treaty.", false)]
    [InlineData("When did Russia sign the treaty?", "Moscow has already signed the treaty.", false)]
    [InlineData("When did Russia sign the treaty?", "Russia, a day after North Korea, signed the treaty.", false)]
    [InlineData("When did Japan sign the treaty?", "The treaty with Japan was signed in Tokyo.", false)]
    [InlineData("When did Japan sign the treaty?", "In Japan they signed a treaty.", false)]
    public void Tells_whether_only_others_are_said_to_have_done_it(string asked, string sentence, bool others)
    {
        var question = QuestionAnalyzer.Analyze(asked, asked, asked.Length, new DateOnly(2024, 6, 25));
        int verb = question.Terms.ToList().FindIndex(term => term.Surface == "sign");
        ulong actor = 1UL << question.Terms.ToList().FindIndex(term => term.IsName);

        Assert.Equal(others, ActSubject.IsSomebodyElse(question, [actor], verb, [Scored(sentence)]));
    }

    private static ScoredSentence Scored(string text) => new(Sample.Retrieved(Sample.Passage(text)).Passages[0], 0, 0, default, 0);
}
