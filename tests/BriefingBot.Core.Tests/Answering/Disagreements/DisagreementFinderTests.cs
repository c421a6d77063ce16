using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Disagreements;
using BriefingBot.Core.Retrieval.Store;
using Xunit;

namespace BriefingBot.Core.Tests.Answering.Disagreements;

public sealed class DisagreementFinderTests
{
    [Fact]
    public void Reports_that_count_the_same_things_otherwise_are_named_with_their_dates()
    {
        string? said = Find(
            ("The United States believes that 8,000 North Korean soldiers were sent to Russia.", "one", "2024-11-01"),
            ("About 10,000 North Korean soldiers were sent to Russia, Seoul believes.", "two", "2024-11-03")
        );

        Assert.Equal(
            "The reports differ: 8,000 North Korean soldiers [1] (November 1, 2024); 10,000 North Korean soldiers [2] (November 3, 2024).",
            said
        );
    }

    [Fact]
    public void Two_figures_of_one_report_say_so()
    {
        string? said = Find(
            ("Officials said 8,000 North Korean soldiers were sent to Russia.", "one", null),
            ("In all 10,000 North Korean soldiers were sent to Russia, officials said.", "one", null)
        );

        Assert.Equal(
            "The reports differ: 8,000 North Korean soldiers [1] (undated); 10,000 North Korean soldiers [2] (the same report).",
            said
        );
    }

    [Fact]
    public void Two_ages_of_one_person_are_a_disagreement()
    {
        string? said = Find(
            ("The 62-year-old Ana Ruiz won the mayor's race in Oslo.", "one", "2024-11-01"),
            ("Oslo's mayor's race was won by the 64-year-old Ana Ruiz.", "two", "2024-11-03")
        );

        Assert.NotNull(said);
    }

    [Fact]
    public void The_same_event_on_another_day_is_a_disagreement()
    {
        string? said = Find(
            ("The foreign ministers will sign the fishing treaty in Oslo on 12 March.", "one", "2024-03-01"),
            ("The foreign ministers will sign the fishing treaty in Oslo on 14 March.", "two", "2024-03-02")
        );

        Assert.Equal("The reports differ: 12 March [1] (March 1, 2024); 14 March [2] (March 2, 2024).", said);
    }

    [Theory]
    [InlineData(
        "Inflation rose to 3 percent in Norway in May 2023, the bank said.",
        "Inflation rose to 4 percent in Norway in May 2024, the bank said."
    )]
    [InlineData(
        "The mayor of Oslo hopes that vaccines for children under 12 years old are ready in Oslo by August.",
        "The mayor of Oslo met the 13-year-old pupil whose letter on vaccines for children was read in Oslo."
    )]
    [InlineData(
        "The 62-year-old Ana Ruiz won the mayor's race in Oslo on Friday.",
        "The 41-year-old Tom Berg won the mayor's race in Oslo on Friday."
    )]
    [InlineData("The city council hired 20 teachers for the harbor school.", "The city council hired 30 nurses for the harbor hospital.")]
    [InlineData(
        "The harbor took in 8,000 containers last week, the port said.",
        "Ferries carried 10,000 containers between the islands of the south."
    )]
    [InlineData(
        "The number of patrol boats grew from 8 boats to 10 boats, the navy said.",
        "The navy said it has 10 patrol boats now, and the number of boats grew."
    )]
    [InlineData(
        "The court fined the company 5 million euros for the spill.",
        "The court fined the company for the spill in 3 districts of the coast."
    )]
    [InlineData("The treaty limits cod catches to 40,000 tons a year.", "The treaty limits cod catches to 40,000 tons, the minister said.")]
    [InlineData(
        "More than 9,000 Norwegian homes lost power when the storm reached the coast.",
        "When the storm was strongest, 20,000 homes along the coast lost power."
    )]
    [InlineData(
        "In April 1998 a fire in the old harbor hall left 18 people injured.",
        "A fire in the old harbor hall left 29 people injured."
    )]
    [InlineData(
        "The airline Skyways resumed its flights after canceling more than 15,000 flights in just over a week.",
        "The airline Skyways canceled more than 2,500 flights."
    )]
    [InlineData(
        "Skyways cut 30,949 flights from its November schedule.",
        "Skyways recently cut about 31,000 flights from its November schedule."
    )]
    [InlineData(
        "Skyways canceled 15,716 flights between Thursday, Dec. 22 and Thursday, Dec. 29, a site says.",
        "Skyways canceled more than 2,500 flights."
    )]
    [InlineData(
        "Papers were brought to the house of Ana Ruiz, three people familiar with the search told the Post.",
        "Papers were found at the house of Ana Ruiz, two people familiar with the search said."
    )]
    [InlineData(
        "Four years after the chiefs of Skyways were first indicted on fraud charges, both have been convicted.",
        "More than three years after the chiefs of Skyways were indicted on fraud charges, one was found guilty."
    )]
    [InlineData(
        "Near objects come within 30 million miles of Earth, the agency said.",
        "There are near objects, which means that they are within 120.8 million miles of Earth."
    )]
    [InlineData(
        "Corden Foods is recalling 31,703 pounds of chicken products that may be contaminated.",
        "Lakeside Meats is recalling 120,000 pounds of beef products that may be contaminated."
    )]
    [InlineData("The measures to legalize the drug will fail in three states.", "Nineteen states had legalized the drug by a measure.")]
    [InlineData(
        "The shooting is one of 600 mass shootings in Norway this year, the archive says.",
        "Norway has suffered 277 mass shootings so far this year, the archive says."
    )]
    public void Other_points_and_equal_figures_do_not_disagree(string first, string second) =>
        Assert.Null(Find((first, "one", "2024-03-01"), (second, "two", "2024-03-02")));

    private static string? Find(params (string Text, string Article, string? Published)[] sentences)
    {
        StoredPassage[] passages = [.. sentences.Select((s, i) => Sample.Passage(s.Text, s.Article, i, published: s.Published))];
        Citation[] citations = [.. passages.Select((p, i) => new Citation(i + 1, p.Article, p.Id, 0, p.Text.Length, p.Text))];
        VerifiedSentence[] verified = [.. sentences.Select((s, i) => new VerifiedSentence(s.Text, [i + 1], false))];
        return DisagreementFinder.Find(verified, citations) is [var only] ? only.ToString() : null;
    }
}
