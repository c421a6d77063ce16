using BriefingBot.Core.Answering.Extractive;
using BriefingBot.Core.Coverage;
using Xunit;

namespace BriefingBot.Core.Tests.Answering;

public sealed class LeadSummaryTests
{
    [Fact]
    public void Chooses_two_sentences_in_reading_order_that_do_not_say_the_same()
    {
        var chosen = Choose(
            "Brakewater closes its harbour",
            "The council of Brakewater closed the old harbour on Tuesday after cracks were found in its wall. "
                + "The old harbour of Brakewater was closed by the council on Tuesday because cracks were found in the wall. "
                + "Ships will use the new port until the repairs are done in autumn."
        );

        Assert.Equal(2, chosen.Count);
        Assert.Contains("closed", chosen[0], StringComparison.Ordinal);
        Assert.StartsWith("Ships will use", chosen[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Passes_over_questions_fragments_and_scenery()
    {
        var chosen = Choose(
            "Brakewater closes its harbour",
            "Who remembers the gulls? A grey morning. The council of Brakewater closed the old harbour on Tuesday "
                + "after cracks were found in its wall."
        );
        Assert.Equal(["The council of Brakewater closed the old harbour on Tuesday after cracks were found in its wall."], chosen);
    }

    [Fact]
    public void Headlines_bylines_and_captions_are_no_summary()
    {
        StoredPassagesAre(
            [],
            Sample.Passage("Brakewater closes its harbour", kind: PassageKind.Headline),
            Sample.Passage("May 3, 2024 By Ida Kestrel", ordinal: 1, kind: PassageKind.Byline),
            Sample.Passage("Ships leave the old harbour of Brakewater on Tuesday.", ordinal: 2, kind: PassageKind.Caption)
        );
    }

    [Fact]
    public void An_article_of_one_sentence_has_a_summary_of_one() =>
        Assert.Single(Choose("Brakewater", "The council of Brakewater closed the old harbour on Tuesday."));

    [Fact]
    public void An_article_of_fragments_still_says_something() => Assert.Single(Choose("Brakewater", "Closed. Again."));

    private static List<string> Choose(string title, string body) =>
        [.. LeadSummary.Choose([Sample.Passage(body, title: title)]).Select(chosen => chosen.Sentence.Text)];

    private static void StoredPassagesAre(string[] expected, params Core.Retrieval.Store.StoredPassage[] passages) =>
        Assert.Equal(expected, LeadSummary.Choose(passages).Select(chosen => chosen.Sentence.Text));
}
