using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Verification;
using BriefingBot.Core.Retrieval.Store;
using Xunit;

namespace BriefingBot.Core.Tests.Answering.Verification;

/// <summary>That an outlet reports something is known of the article, not told in it.</summary>
public sealed class OutletAttributionTests
{
    private const string Said = "The harbour closed on Monday after the storm broke two piers.";

    [Theory]
    [InlineData("Brakewater Post", "Brakewater Post writes: \"The harbour closed on Monday after the storm broke two piers.\"")]
    [InlineData("Brakewater Post", "The Brakewater Post reported that the harbour closed on Monday after the storm broke two piers.")]
    [InlineData("Brakewater Post", "According to the Brakewater Post, the harbour closed on Monday.")]
    [InlineData("Brakewater Post", "The harbour closed on Monday, according to Brakewater Post.")]
    [InlineData("Brakewater Post", "The harbour closed on Monday, the Brakewater Post reported.")]
    [InlineData("The Post", "The Post has reported that the harbour closed on Monday.")]
    [InlineData("USA TODAY", "USA TODAY writes: “The harbour closed on Monday after the storm broke two piers.”")]
    [InlineData("theweek.co.uk", "theweek.co.uk writes: \"The harbour closed on Monday after the storm broke two piers.\"")]
    public void What_the_outlet_of_the_article_reports_passes_with_its_name(string outlet, string claim) =>
        Assert.Null(ReasonOf(claim, Of(outlet, Said, "harbour")));

    [Theory]
    [InlineData("The Dunmere Herald writes: \"The harbour closed on Monday after the storm broke two piers.\"")]
    [InlineData("According to the Dunmere Herald, the harbour closed on Monday.")]
    [InlineData("Brakewater Post writes: \"The harbour closed on Monday after the storm broke three piers.\"")]
    [InlineData("Brakewater Post writes: \"The harbour closed on Monday after a storm broke two piers.\"")]
    [InlineData("Brakewater Post reported that the harbour may have closed on Monday.")]
    public void What_it_does_not_report_and_what_another_is_said_to_report_is_dropped(string claim) =>
        Assert.NotNull(ReasonOf(claim, Of("Brakewater Post", Said, "harbour")));

    [Fact]
    public void An_outlet_that_the_report_is_about_says_what_it_says_there() =>
        Assert.Null(
            ReasonOf(
                "Brakewater Post said that it would close its office in June.",
                Of("Brakewater Post", "Brakewater Post said that it would close its office in June, to save money.", "office")
            )
        );

    [Fact]
    public void What_one_outlet_is_said_to_report_is_not_borne_out_by_another()
    {
        var silent = Of("Brakewater Post", "The council met on Monday to talk about the storm and the piers.", "council");
        var telling = Of("Dunmere Herald", Said, "harbour");

        Assert.NotNull(
            ReasonOf("Brakewater Post writes: \"The harbour closed on Monday after the storm broke two piers.\"", silent, telling)
        );
        Assert.Null(ReasonOf("Dunmere Herald writes: \"The harbour closed on Monday after the storm broke two piers.\"", silent, telling));
    }

    [Theory]
    [InlineData("According to the Brakewater Post, the harbour closed on Monday after the storm broke two piers.")]
    [InlineData("The Brakewater Post reported that the harbour closed on Monday after the storm broke two piers.")]
    [InlineData("The harbour closed on Monday after the storm broke two piers, the Brakewater Post reported.")]
    public void In_whatever_form_it_is_told_another_outlet_does_not_bear_it_out(string claim) =>
        Assert.NotNull(
            ReasonOf(
                claim,
                Of("Brakewater Post", "The council met on Monday to talk about the storm and the piers.", "council"),
                Of("Dunmere Herald", Said, "harbour")
            )
        );

    private static StoredPassage Of(string outlet, string text, string article)
    {
        var passage = Sample.Passage(text, article);
        return passage with { Article = passage.Article with { Outlet = outlet } };
    }

    private static DropReason? ReasonOf(string claim, params StoredPassage[] passages)
    {
        CitationVerifier verifier = new(Sample.Retrieved(passages));
        DraftCitation[] citations = [.. passages.Select(static passage => new DraftCitation(passage.Id, null))];
        return verifier.Add(Sample.Sentence(claim, citations)) is null
            ? verifier.Complete(ComposerKind.Model, default).DroppedSentences[0].Reason
            : null;
    }
}
