using BriefingBot.Core.Coverage;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace BriefingBot.Core.Tests.Coverage;

public sealed class IdentityTests
{
    [Theory]
    [InlineData("desk/2024/harbour")]
    [InlineData("https://news.example/a?b=c#p1")]
    [InlineData("mail@desk#p3")]
    [InlineData("記事")]
    public void An_article_id_is_read_as_it_was_written(string text) => Assert.Equal(text, ArticleId.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(" front")]
    [InlineData("back ")]
    [InlineData("two\nlines")]
    [InlineData("nul\0")]
    [InlineData(null)]
    public void What_could_not_be_written_in_one_line_is_no_article_id(string? text)
    {
        Assert.False(ArticleId.TryParse(text, out var id));
        Assert.Equal("", id.Value);
    }

    [Fact]
    public void An_article_id_has_an_end()
    {
        Assert.True(ArticleId.TryParse(new string('x', ArticleId.MaxLength), out _));
        var error = Assert.Throws<FormatException>(() => ArticleId.Parse(new string('x', ArticleId.MaxLength + 1)));
        Assert.Contains("512", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_passage_id_is_read_as_it_was_written_whatever_its_article_is_called()
    {
        var names = Gen.Elements("a", "@", "#p", "1", "/", "@2#p7", "é").ArrayOf().Select(string.Concat).Where(name => name.Length > 0);
        var ids = (
            from name in names
            from revision in Gen.Choose(1, 5000)
            from ordinal in Gen.Choose(0, 5000)
            select new PassageId(ArticleId.Parse(name), revision, ordinal)
        ).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(ids, id => PassageId.Parse(id.ToString()) == id));
    }

    [Theory]
    [InlineData("article")]
    [InlineData("article@1")]
    [InlineData("article#p1")]
    [InlineData("article@x#p1")]
    [InlineData("article@1#p")]
    [InlineData("article@1#p-1")]
    [InlineData("article@ 1#p1")]
    [InlineData("@1#p1")]
    [InlineData(null)]
    public void What_lacks_a_part_is_no_passage_id(string? text) => Assert.False(PassageId.TryParse(text, out _));

    [Fact]
    public void The_anchor_is_what_stands_after_the_hash() => Assert.Equal("p3", PassageId.Parse("article@1#p3").Anchor);
}
