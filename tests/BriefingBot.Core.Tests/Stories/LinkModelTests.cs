using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Calibration;
using BriefingBot.Core.Stories.Deciding;
using Xunit;

namespace BriefingBot.Core.Tests.Stories;

public sealed class LinkModelTests
{
    private static readonly LinkModel Model = new(StoryWeights.Shipped);

    [Fact]
    public void A_copy_under_another_headline_is_a_report_of_the_same_event() =>
        Assert.Equal(
            1000,
            Judge(
                Read("Bridge opens", "Arnfield", "Anna Vogt", "Peter Lind"),
                Read("Town cuts ribbon", "Arnfield", "Anna Vogt", "Peter Lind")
            )
        );

    [Fact]
    public void The_same_words_about_other_people_and_places_are_another_event() =>
        Assert.Equal(
            0,
            Judge(
                Read("Bridge opens", "Arnfield", "Anna Vogt", "Peter Lind"),
                Read("Bridge opens", "Dunmere", "Marta Quill", "Hugo Brandt")
            )
        );

    [Fact]
    public void The_judgment_is_the_same_either_way()
    {
        var (one, other) = (
            Read("Bridge opens", "Arnfield", "Anna Vogt", "Peter Lind"),
            Read("Bridge opens", "Arnfield", "Marta Quill", "Hugo Brandt")
        );
        Assert.Equal(Judge(one, other), Judge(other, one));
    }

    private static int Judge(StoryProfile one, StoryProfile other) => Model.Judge(one, other, SimilarityScale.Own);

    private static StoryProfile Read(string title, string town, string mayor, string baker)
    {
        string text =
            $"The council of {town} opened the new bridge on Thursday after years of work, and the mayor, {mayor}, "
            + $"called the day a turning point for everyone who had waited. "
            + $"The first visitors came before dawn, among them a baker, {baker}, who had brought bread for all workers. "
            + $"The people of {town} danced until the evening and then went home, "
            + $"said {mayor}, who wants to build a second bridge when money is there, while {baker} would rather have a "
            + $"school, as would many others who spoke at the opening and before it.";
        return new StoryProfile(
            new Article
            {
                Id = ArticleId.Parse("a"),
                Title = title,
                Published = PublicationDate.Parse("2024-05-02"),
                Text = text,
                Passages = [new Passage(0, PassageKind.Body, 0, text.Length)],
            },
            [new[] { 1f, 0f }]
        );
    }
}
