using BriefingBot.Core.Chat;
using Xunit;

namespace BriefingBot.Core.Tests.Chat;

public sealed class ChatOptionsValidatorTests
{
    [Fact]
    public void The_defaults_are_valid() => Assert.True(new ChatOptionsValidator().Validate(null, new ChatOptions()).Succeeded);

    [Fact]
    public void Every_wrong_value_is_named_with_its_key_and_what_to_choose()
    {
        var result = new ChatOptionsValidator().Validate(
            null,
            new ChatOptions
            {
                MaxConcurrency = 0,
                DeadlineSeconds = 601,
                HistoryTurns = 11,
                PublicBaseUrl = "ftp://x",
            }
        );

        Assert.Equal(
            [
                "Chat:MaxConcurrency is 0; choose 1 to 64.",
                "Chat:DeadlineSeconds is 601; choose 5 to 600.",
                "Chat:HistoryTurns is 11; choose 0 to 10.",
                "Chat:PublicBaseUrl is 'ftp://x'; give an absolute http or https address without user, query and "
                    + "fragment, such as https://briefing.example.org, or leave it out.",
            ],
            result.Failures
        );
    }

    [Theory]
    [InlineData("https://briefing.example.org", true)]
    [InlineData("http://localhost:5080/base/", true)]
    [InlineData("briefing.example.org", false)]
    [InlineData("https://user:word@briefing.example.org", false)]
    [InlineData("https://briefing.example.org/?a=1", false)]
    [InlineData("", false)]
    public void The_public_address_is_absolute_and_plain(string address, bool valid) =>
        Assert.Equal(valid, new ChatOptionsValidator().Validate(null, new ChatOptions { PublicBaseUrl = address }).Succeeded);
}
