using BriefingBot.Core.Answering.Extractive.Scoring;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using Xunit;

namespace BriefingBot.Core.Tests.Answering;

public sealed class AnswerKindMatcherTests
{
    [Theory]
    [InlineData("Who opened the harbour of Brakewater?", "Anna Vogt opened the harbour of Brakewater.", true)]
    [InlineData("Who opened the harbour of Brakewater?", "The harbour of Brakewater was opened on Monday.", false)]
    [InlineData("Who opened the harbour of Brakewater?", "They opened it.", false)]
    [InlineData("Where did the ferry of Nordline sink?", "The ferry sank near Dunmere.", true)]
    [InlineData("Where did the ferry of Nordline sink?", "The ferry sank on Monday, in May, owned by Nordline.", false)]
    [InlineData("When did the ferry sink?", "The ferry sank on Thursday.", true)]
    [InlineData("When did the ferry sink?", "The ferry sank at 4:30 p.m. local time.", true)]
    [InlineData("When did the ferry sink?", "The ferry sank off Dunmere.", false)]
    [InlineData("How many passengers of ferry 7 were rescued?", "All 212 passengers of ferry 7 were rescued.", true)]
    [InlineData("How many passengers of ferry 7 were rescued?", "Dozens were rescued.", true)]
    [InlineData("How many passengers of ferry 7 were rescued?", "Passengers of ferry 7 were rescued.", false)]
    [InlineData("Why did the ferry sink?", "The ferry sank because it had struck a rock.", true)]
    [InlineData("Why did the ferry sink?", "The ferry sank at noon.", false)]
    [InlineData("What is the Harbour Council?", "The Harbour Council is the body that runs the port.", true)]
    [InlineData("What is the Harbour Council?", "The Harbour Council met again.", false)]
    [InlineData("What did Anna Vogt say about trams?", "Anna Vogt said on Monday that 12 trams are late.", true)]
    [InlineData(
        "What did Anna Vogt say about trams?",
        "The mayor said on Monday that 12 trams are late and that the depot will be closed at the wish of Anna Vogt.",
        false
    )]
    [InlineData("What did Peter Lind say about the ferry?", "“The ferry was too fast,” Lind said.", true)]
    [InlineData("What did Peter Lind say about the ferry?", "The ferry was too fast, said passenger Peter Lind.", true)]
    [InlineData("What did Peter Lind say about the ferry?", "Peter Lind stood on deck. He said the ferry was too fast.", true)]
    [InlineData("What did Peter Lind say about the ferry?", "Hugo Brandt stood on deck. He said the ferry was too fast.", false)]
    [InlineData("What did Peter Lind say about the ferry?", "The ferry carried Peter Lind to Dunmere.", false)]
    [InlineData("What did Russia say about the ferry?", "Moscow warned of ferries on Sunday.", true)]
    [InlineData("Did the ferry of Dunmere sink?", "The ferry of Dunmere sank on Monday.", false)]
    [InlineData("What did Hugo Brandt say about the ferry?", "Brandt ignored two warnings, Judge Clara Moss wrote.", false)]
    [InlineData("What did Clara Moss say about the ferry?", "Brandt ignored two warnings, Judge Clara Moss wrote.", true)]
    [InlineData(
        "What did Clara Moss say about the ferry?",
        "Judge Clara Moss and Mayor Hugo Brandt pledged on Monday to raise the ferry.",
        true
    )]
    [InlineData("What caused trouble with trams?", "The mayor walked to work.", false)]
    public void Sees_whether_a_sentence_holds_what_is_asked_for(string question, string sentence, bool holds)
    {
        var analyzed = QuestionAnalyzer.Analyze(question, question, question.Length, new DateOnly(2024, 7, 1));
        var read = SentenceReader.Read(Sample.Passage(sentence));
        Assert.Equal(holds, new AnswerKindMatcher(analyzed).Match(read[^1], read.Count > 1 ? read[^2] : null) > 0);
    }
}
