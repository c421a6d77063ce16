using BriefingBot.Discord;

namespace BriefingBot.Platforms.Tests.Discord;

public sealed class SnowflakeTests
{
    [Fact]
    public void An_id_tells_when_it_was_made() =>
        Assert.Equal(new DateTimeOffset(2016, 4, 30, 11, 18, 25, 796, TimeSpan.Zero), Snowflake.Parse("175928847299117063").CreatedAt);

    [Fact]
    public void The_first_id_of_a_moment_is_made_in_it()
    {
        DateTimeOffset moment = new(2026, 11, 22, 12, 0, 0, 5, TimeSpan.Zero);

        Assert.Equal(moment, Snowflake.FirstAt(moment).CreatedAt);
        Assert.Equal(default, Snowflake.FirstAt(new DateTimeOffset(2014, 1, 1, 0, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("12a")]
    [InlineData(" 12")]
    [InlineData("99999999999999999999999")]
    public void What_is_no_id_is_not_read(string? text)
    {
        Assert.False(Snowflake.TryParse(text, out _));
        Assert.Throws<FormatException>(() => Snowflake.Parse(text ?? ""));
    }

    [Fact]
    public void Servers_spread_over_the_shards_as_Discord_s_formula_says() =>
        Assert.Equal([0, 1, 2, 3, 0], Enumerable.Range(0, 5).Select(i => new Snowflake((ulong)i << 22).ShardOf(4)));
}
