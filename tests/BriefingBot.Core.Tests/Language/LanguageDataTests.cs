using System.Text.RegularExpressions;
using BriefingBot.Core.Language;
using Xunit;

namespace BriefingBot.Core.Tests.Language;

/// <summary>Every list of <c>Language/English</c> is well-formed, and an editor who gets one wrong is told which and where.</summary>
public sealed partial class LanguageDataTests
{
    public static TheoryData<string> Lists => [.. LanguageData.Names];

    [Fact]
    public void The_lists_are_found() => Assert.Contains("stop-words", LanguageData.Names);

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_list_has_a_plain_name_and_items_that_stand_once(string name)
    {
        var lines = LanguageData.Lines(name);

        Assert.Matches(PlainName(), name);
        Assert.NotEmpty(lines);
        Assert.Empty(lines.GroupBy(line => line, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Fact]
    public void Comments_and_empty_lines_are_no_items() =>
        Assert.DoesNotContain(LanguageData.Names.SelectMany(LanguageData.Lines), line => line.Length == 0 || line[0] == '#');

    [Fact]
    public void A_list_that_is_not_there_is_named() =>
        Assert.Contains(
            "no-such-list",
            Assert.Throws<ArgumentException>(() => LanguageData.Lines("no-such-list")).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Every_part_that_a_pattern_names_is_there() =>
        Assert.All(
            LanguageData.Names.Where(name => name.Contains('/', StringComparison.Ordinal)),
            name => Assert.DoesNotMatch(UnfilledName(), LanguagePattern.Text(name))
        );

    [Theory]
    [InlineData("calendar/weekdays", "Monday", "Sunday", 7)]
    [InlineData("calendar/months", "January", "December", 12)]
    [InlineData("number-words/ones", "one", "nine", 9)]
    [InlineData("number-words/tens", "twenty", "ninety", 8)]
    public void What_is_counted_stands_in_its_order(string name, string first, string last, int count)
    {
        var lines = LanguageData.Lines(name);

        Assert.Equal((first, last, count), (lines[0], lines[^1], lines.Count));
    }

    [GeneratedRegex(@"(?<!\\[pP])\{[a-z/-]+\}")]
    private static partial Regex UnfilledName();

    [GeneratedRegex("^[a-z]+(-[a-z]+)*(/[a-z]+(-[a-z]+)*)?$")]
    private static partial Regex PlainName();
}
