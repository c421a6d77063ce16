using BriefingBot.Discord;

namespace BriefingBot.Platforms.Tests.Discord;

public sealed class DiscordOptionsTests
{
    private readonly DiscordOptionsValidator _validator = new();

    [Fact]
    public void The_defaults_are_fine_and_start_nothing()
    {
        DiscordOptions options = new();

        Assert.True(_validator.Validate(null, options).Succeeded);
        Assert.False(options.IsEnabled);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public void Shards_are_counted_or_left_to_Discord(string shards) =>
        Assert.Contains(
            "Discord:Shards",
            _validator.Validate(null, new DiscordOptions { Shards = shards }).FailureMessage,
            StringComparison.Ordinal
        );

    [Fact]
    public void What_is_wrong_is_named_and_the_token_never_is()
    {
        DiscordOptions options = new()
        {
            Token = "secret with blanks",
            Shards = "2",
            ShardIds = [0, 2],
            AdminRoleIds = ["editors"],
            RestBaseUrl = "discord.com",
            RequestsPerSecond = 0,
            StatusText = new string('x', 129),
        };

        var result = _validator.Validate(null, options);

        Assert.Equal(
            [
                "Discord:ShardIds",
                "Discord:AdminRoleIds",
                "Discord:RestBaseUrl",
                "Discord:RequestsPerSecond",
                "Discord:StatusText",
                "Discord:Token",
            ],
            result.Failures!.Select(failure => failure.Split(' ')[0])
        );
        Assert.DoesNotContain("secret", result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Assert.Contains(
            "/nowhere/token",
            _validator.Validate(null, new DiscordOptions { TokenFile = "/nowhere/token" }).FailureMessage,
            StringComparison.Ordinal
        );
}
