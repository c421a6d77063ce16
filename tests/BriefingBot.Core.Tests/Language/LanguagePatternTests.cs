using System.Text.RegularExpressions;
using BriefingBot.Core.Language;
using Xunit;

namespace BriefingBot.Core.Tests.Language;

/// <summary>Patterns are put together out of lists, so that an editor changes a word in one place.</summary>
public sealed class LanguagePatternTests
{
    [Fact]
    public void A_name_stands_for_any_item_of_its_list() =>
        Assert.Equal("\\b\\d[\\d,.]*\\d|\\b\\d\\b", string.Join('|', LanguagePattern.Text("slots/counts").Split('|')[..2]));

    [Fact]
    public void A_list_of_another_file_is_named_with_it() =>
        Assert.StartsWith("^(?:Monday|Tuesday|", LanguagePattern.Text("answer-kinds/calendar-words"), StringComparison.Ordinal);

    [Fact]
    public void A_match_has_a_limit_of_time() =>
        Assert.NotEqual(Regex.InfiniteMatchTimeout, LanguagePattern.Tiered("slots/counts", RegexOptions.CultureInvariant).MatchTimeout);

    [Fact]
    public async Task A_pattern_matches_the_same_before_while_and_after_it_is_compiled()
    {
        var counts = LanguagePattern.Tiered("slots/counts", RegexOptions.CultureInvariant);
        var before = counts.Compiling;

        Assert.All(Enumerable.Range(0, 5000), _ => MatchesBoth(counts));
        Assert.NotSame(before, counts.Compiling);
        await counts.Compiling.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        MatchesBoth(counts);
    }

    private static void MatchesBoth(TieredRegex counts) =>
        Assert.Equal(["12", "twenty-two"], counts.Matches("12 of the twenty-two").Select(match => match.Value));

    [Fact]
    public void A_list_that_is_not_there_is_named() =>
        Assert.Contains(
            "slots/none",
            Assert.Throws<ArgumentException>(() => LanguagePattern.Text("slots/none")).Message,
            StringComparison.Ordinal
        );
}
