using BriefingBot.Core.Answering.Extractive.Refusing;
using BriefingBot.Core.Answering.Extractive.Scoring;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using Xunit;

namespace BriefingBot.Core.Tests.Answering.Extractive;

public sealed class QuotedWordsTests
{
    private const string Passage =
        "The mayor spoke to reporters on Friday. “The bridge is a gift to the city,” she said. It cost ten million. Rain fell in the evening.";

    [Theory]
    [InlineData("Who said “a gift to the city”?", 3)]
    [InlineData("Who called the bridge \"a gift to the city\"?", 3)]
    [InlineData("Which building did the mayor describe as “a gift to the city”?", 3)]
    [InlineData("Who said “a gift to the state”?", 0)]
    [InlineData("Who said \"Cowboys for the city\"?", 0)]
    [InlineData("Who called the bridge “a gift”?", 3)]
    [InlineData("Who said “gift”?", 4)]
    [InlineData("How much did the “gift to the state” cost?", 4)]
    [InlineData("Who said the bridge is a gift?", 4)]
    public void Only_what_stands_beside_the_quoted_words_says_whose_they_are(string asked, int left)
    {
        var question = QuestionAnalyzer.Analyze(asked, asked, asked.Length, new DateOnly(2024, 6, 25));
        var passage = Sample.Retrieved(Sample.Passage(Passage)).Passages[0];
        TermCoverage coverage = new(question.Terms);
        List<ScoredSentence> scored =
        [
            .. passage.Sentences.Select((sentence, i) => new ScoredSentence(passage, i, coverage.Of(sentence.Words), default, 0)),
        ];

        QuotedWords.Limit(question, scored);

        Assert.Equal(left, scored.Count);
    }
}
