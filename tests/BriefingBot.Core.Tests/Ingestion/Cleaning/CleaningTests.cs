using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion.Cleaning;
using Xunit;

namespace BriefingBot.Core.Tests.Ingestion.Cleaning;

public sealed class CleaningTests
{
    [Theory]
    [InlineData("Send to")]
    [InlineData("Facebook Twitter Email Print")]
    [InlineData("Leave a Reply")]
    [InlineData("Your email address will not be published. Required fields are marked *")]
    [InlineData("Save my name, email, and website in this browser for the next time I comment.")]
    [InlineData("Read more: Ten things to know about bridges")]
    [InlineData("READ MORE: Ten things to know about bridges")]
    [InlineData("Related: Mayor resigns")]
    [InlineData("Advertisement")]
    [InlineData("Story continues below advertisement")]
    [InlineData("Sign up for our newsletter and get the news in your inbox.")]
    [InlineData("Click here to subscribe.")]
    [InlineData("We use cookies to improve your experience.")]
    [InlineData("© 2023 The Daily Example. All rights reserved.")]
    [InlineData("Follow us on Twitter: @example")]
    [InlineData("3 comments")]
    [InlineData("* * *")]
    public void Knows_page_furniture(string line) => Assert.True(PageFurniture.IsFurniture(line));

    [Theory]
    [InlineData("Send to Congress a bill that works, the mayor said.")]
    [InlineData("Share prices fell on Thursday.")]
    [InlineData("Advertisement revenue fell by 5 percent.")]
    [InlineData("More than 200 people died.")]
    [InlineData("Related charges were dropped in 2016, prosecutors said.")]
    [InlineData(
        "We use cookies to bribe our children, and it works: they eat their greens. Then they ask for more of them, "
            + "and the whole thing starts again from the beginning, which is why the parents of this town asked the council "
            + "for help last week. The council said that it would look into the matter before the end of the year, and "
            + "nobody believes it."
    )]
    [InlineData("Twitter")]
    [InlineData("1. Twitter")]
    [InlineData("2024")]
    [InlineData("Copyright law is changing, and publishers are worried.")]
    [InlineData("“Subscribe to reason,” she said.")]
    [InlineData("Follow the money, the detective said.")]
    public void Leaves_running_text_alone(string line) => Assert.False(PageFurniture.IsFurniture(line));

    [Fact]
    public void A_buttons_name_is_furniture_beside_furniture_only()
    {
        Assert.Equal(
            ["Apps fall silent", "Twitter", "The first app fell silent."],
            Paragraphs("Share\nTwitter\nApps fall silent\n\nTwitter\n\nThe first app fell silent.\n\nFacebook\n\nTwitter\n\nLeave a Reply")
        );
    }

    [Fact]
    public void Hard_wrapped_lines_become_paragraphs()
    {
        const string Wrapped = """
            The council opened a new bridge over the river on Thursday, and
            President Smith, who had promised it, cut the ribbon. The bridge is
            long.
            It cost 5 million dollars, which the mayor called a bargain for the
            town. Nobody else did, and the voters of the town will have the last
            word.
            """;

        Assert.Equal(
            [
                "The council opened a new bridge over the river on Thursday, and President Smith, who had promised it, "
                    + "cut the ribbon. The bridge is long.",
                "It cost 5 million dollars, which the mayor called a bargain for the town. Nobody else did, and the "
                    + "voters of the town will have the last word.",
            ],
            Paragraphs(Wrapped)
        );
    }

    [Fact]
    public void One_paragraph_a_line_stays_so() =>
        Assert.Equal(
            ["The council opened a bridge.", "The mayor cut the ribbon.", "Costs", "It was a bargain."],
            Paragraphs("The council opened a bridge.\nThe mayor cut the ribbon.\nCosts\nIt was a bargain.")
        );

    [Theory]
    [InlineData("Troops of Russia moved. They went to Rus\nsia’s border.", "Troops of Russia moved. They went to Russia’s border.")]
    [InlineData("Russian troops moved. They went to Rus\nsia’s border.", "Russian troops moved. They went to Russia’s border.")]
    [InlineData("In a separate\nreadout, he agreed.", "In a separate readout, he agreed.")]
    [InlineData(
        "He went in to see it. Into the hall he came, in\nto the dark, in to all.",
        "He went in to see it. Into the hall he came, in to the dark, in to all."
    )]
    [InlineData("They want coopera-\ntion now. Cooperation is all.", "They want cooperation now. Cooperation is all.")]
    [InlineData("They want coopera-\ntion now.", "They want cooperation now.")]
    [InlineData("The front-line town. The front-\nline fell.", "The front-line town. The front-line fell.")]
    [InlineData("A tree bl\nocked the view.", "A tree blocked the view.")]
    [InlineData("They are bring\ning it home.", "They are bringing it home.")]
    [InlineData("An airline said so. The Airl\nines agreed.", "An airline said so. The Airlines agreed.")]
    [InlineData("He ran 5\nkm at 3\npm, not 10 km.", "He ran 5 km at 3 pm, not 10 km.")]
    [InlineData("Some of them\n– mostly sailors – left.", "Some of them – mostly sailors – left.")]
    [InlineData(
        "The only start in the long history of the team was on\nJune 19, 2022.",
        "The only start in the long history of the team was on June 19, 2022."
    )]
    [InlineData("A well-\nknown man.", "A well-known man.")]
    [InlineData("A deal of North-\nKorea and others.", "A deal of North-Korea and others.")]
    public void Broken_words_are_joined_by_what_the_article_tells(string text, string expected) =>
        Assert.Equal([expected], Paragraphs(text));

    [Fact]
    public void A_caption_in_its_own_line_is_not_joined_to_the_next()
    {
        Assert.Equal(
            ["The mayor cut the ribbon of the new bridge in the rain on Thursday. It held. Jane Doe/Reuters", "The bridge is long."],
            Paragraphs("The mayor cut the ribbon of the new bridge in the rain on Thursday. It held. Jane Doe/Reuters\nThe bridge is long.")
        );
    }

    [Fact]
    public void What_no_reader_sees_is_dropped_and_typographic_quotes_stay() =>
        Assert.Equal(
            [
                "“He’s co\u00ADoperating,”\u200B she\u00A0said\u0007."
                    .Replace("\u00AD", "")
                    .Replace("\u200B", "")
                    .Replace("\u00A0", " ")
                    .Replace("\u0007", ""),
            ],
            Paragraphs("\uFEFF“He’s co\u00ADoperating,”\u200B  she\u00A0said\u0007.\r\n")
        );

    [Fact]
    public void A_comment_form_at_the_end_is_gone()
    {
        var article = Parsed.Text(
            "Bridge opens\n\nThe council opened a bridge.\n\nLeave a Reply\n\nYour email address will not be "
                + "published. Required fields are marked *\n\nComment\n\nName *\n\nEmail *\n\nWebsite\n\nPost Comment"
        );

        Assert.Equal("Bridge opens\n\nThe council opened a bridge.", article.Text);
    }

    [Fact]
    public void Captions_are_kept_as_captions()
    {
        var article = Parsed.Text(
            """
            Bridge opens

            The council opened a bridge.

            FILE - The old bridge in 2016.

            Mayor Jane Doe (left) and the council (right) at the bridge. (City Hall)

            The new bridge on Thursday. John Smith/Reuters

            The bridge is long (Smith said so).

            It cost 5 million dollars, the mayor said. (Yonhap)
            """
        );

        Assert.Equal(3, article.Slices(PassageKind.Caption).Length);
        Assert.Equal(
            ["The council opened a bridge.", "The bridge is long (Smith said so).\n\nIt cost 5 million dollars, the mayor said. (Yonhap)"],
            article.Slices(PassageKind.Body)
        );
    }

    private static string[] Paragraphs(string text) => [.. ArticleCleaner.Clean(text).Paragraphs.Select(line => line.Text)];
}
