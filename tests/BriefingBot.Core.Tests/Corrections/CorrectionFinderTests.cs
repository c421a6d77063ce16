using BriefingBot.Core.Answering;
using BriefingBot.Core.Corrections;
using BriefingBot.Core.Coverage;
using Xunit;

namespace BriefingBot.Core.Tests.Corrections;

public sealed class CorrectionFinderTests
{
    private const string Quote = "Five people were killed when a bus left the road near Harrow, police said.";
    private const string Before = "The bus was on its way to the coast.";
    private const string After = "The road was closed until Monday.";
    private static readonly string[] Cited = [$"{Before} {Quote}", After];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Seven people were killed when a bus left the road near Harrow, police said.")]
    [InlineData("No people were killed when a bus left the road near Harrow, police said.")]
    [InlineData("At least five people were killed when a bus left the road near Harrow, police said.")]
    [InlineData("Five people were killed when a bus left the road near Barrow, police said.")]
    [InlineData("Five people were killed when a bus left the road near Harrow, police said, but the company denies it.")]
    [InlineData("Police denied that five people were killed when a bus left the road near Harrow, police said.")]
    [InlineData("Five people were hurt when a bus left the road near Harrow, police said.")]
    [InlineData("Five people were killed when a bus left the road near Harrow, witnesses said.")]
    [InlineData("Five people were killed when a bus left the road near Harrow.")]
    public void A_sentence_that_says_something_else_is_found_with_what_it_says(string now)
    {
        var changed = Assert.Single(Find([$"{Before} {now}", After]));

        Assert.Equal((Quote, now), (changed.Was, changed.Now));
    }

    [Fact]
    public void A_sentence_that_is_gone_has_nothing_in_its_place()
    {
        var changed = Assert.Single(Find([Before, After]));

        Assert.Null(changed.Now);
    }

    [Fact]
    public void Whatever_else_changes_leaves_the_quote_standing()
    {
        Assert.Empty(Find([$"{Before} {Quote}", "The road was closed until Tuesday."]));
        Assert.Empty(Find(["The bus was on its way to the city.", Quote, After]));
        Assert.Empty(Find([Quote, Before, After]));
        Assert.Empty(Find(["A third paragraph stands first now.", $"{Before} {Quote} {After}"]));
        Assert.Empty(Find([$"{Before} {Quote.Replace(" ", "  ", StringComparison.Ordinal)}", After]));
        Assert.Empty(Find([$"{Before} {Quote}", After, "This story has been updated."]));
    }

    [Fact]
    public void Typographic_marks_are_no_change()
    {
        const string straight = "\"It's over,\" she said... and left.";
        const string curly = "“It’s over,” she said… and left.";

        Assert.Empty(CorrectionFinder.FindChanged(Articles.Of(straight), Citing(Articles.Of(straight), straight), Articles.Of(curly), Ct));
    }

    [Fact]
    public void Part_of_a_sentence_falls_with_the_sentence()
    {
        var cited = Articles.Of(Cited);

        Assert.Single(
            CorrectionFinder.FindChanged(
                cited,
                Citing(cited, "a bus left the road near Harrow"),
                Articles.Of($"{Before} Nobody says any longer that a bus left the road near Harrow.", After),
                Ct
            )
        );
    }

    private static IReadOnlyList<CorrectedQuote> Find(string[] now)
    {
        var cited = Articles.Of(Cited);
        return CorrectionFinder.FindChanged(cited, Citing(cited, Quote), Articles.Of(now), Ct);
    }

    private static IReadOnlyList<Citation> Citing(Article article, string quote)
    {
        int start = article.Text.IndexOf(quote, StringComparison.Ordinal);
        var passage = article.Passages.Single(passage => passage.Start <= start && passage.End >= start + quote.Length);
        ArticleHeader header = new StoredArticle(article, 1, default, true).Header;
        return [new Citation(1, header, new PassageId(article.Id, 1, passage.Ordinal), start, start + quote.Length, quote)];
    }
}
