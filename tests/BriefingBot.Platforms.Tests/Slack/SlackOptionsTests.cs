using BriefingBot.Slack;
using BriefingBot.Slack.People;

namespace BriefingBot.Platforms.Tests.Slack;

public sealed class SlackOptionsTests
{
    private readonly SlackOptionsValidator _validator = new();

    [Fact]
    public void The_defaults_are_fine_and_start_nothing()
    {
        SlackOptions options = new();

        Assert.True(_validator.Validate(null, options).Succeeded);
        Assert.False(options.IsEnabled);
    }

    [Fact]
    public void Two_tokens_are_all_that_Socket_Mode_needs() =>
        Assert.True(_validator.Validate(null, new SlackOptions { BotToken = "xoxb-1", AppToken = "xapp-1" }).Succeeded);

    [Fact]
    public void Signed_HTTP_without_a_signing_secret_refuses_to_start_and_says_what_to_do()
    {
        var result = _validator.Validate(
            null,
            new SlackOptions
            {
                BotToken = "xoxb-1",
                AppToken = "xapp-1",
                Mode = SlackMode.Http,
            }
        );

        Assert.Contains("SLACK_SIGNING_SECRET", Assert.Single(result.Failures!), StringComparison.Ordinal);
        Assert.True(
            _validator
                .Validate(
                    null,
                    new SlackOptions
                    {
                        BotToken = "xoxb-1",
                        SigningSecret = "s3cret",
                        Mode = SlackMode.Http,
                    }
                )
                .Succeeded
        );
    }

    [Fact]
    public void Socket_Mode_without_an_app_level_token_refuses_to_start_and_says_what_to_do() =>
        Assert.Contains(
            "connections:write",
            Assert.Single(_validator.Validate(null, new SlackOptions { BotToken = "xoxb-1" }).Failures!),
            StringComparison.Ordinal
        );

    [Fact]
    public void Tokens_that_were_mixed_up_are_told_apart_by_their_beginnings()
    {
        var result = _validator.Validate(null, new SlackOptions { BotToken = "xapp-secret", AppToken = "xoxb-secret" });

        Assert.Equal(2, result.Failures!.Count());
        Assert.Contains("Slack:BotToken does not begin with xoxb-", result.FailureMessage, StringComparison.Ordinal);
        Assert.Contains("Slack:AppToken does not begin with xapp-", result.FailureMessage, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_is_named_and_a_secret_never_is()
    {
        SlackOptions options = new()
        {
            BotToken = "xoxb-hidden one",
            AppToken = "xapp-hidden two",
            SigningSecret = "hidden three",
            ApiBaseUrl = "slack.com/api",
            Connections = 11,
            ConnectionStagger = double.NaN,
            AdminUserIds = ["U012AB3CD", "olga"],
            Mode = (SlackMode)7,
            ExternalPeople = (AskingRule)7,
            Guests = (AskingRule)(-1),
        };

        var result = _validator.Validate(null, options);

        Assert.Equal(
            [
                "Slack:AdminUserIds",
                "Slack:ApiBaseUrl",
                "Slack:AppToken",
                "Slack:BotToken",
                "Slack:ConnectionStagger",
                "Slack:Connections",
                "Slack:ExternalPeople",
                "Slack:Guests",
                "Slack:Mode",
                "Slack:SigningSecret",
            ],
            result.Failures!.Select(static failure => failure.Split(' ')[0]).Order(StringComparer.Ordinal)
        );
        Assert.DoesNotContain("hidden", result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Assert.Contains(
            "/nowhere/token",
            _validator.Validate(null, new SlackOptions { BotTokenFile = "/nowhere/token" }).FailureMessage,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("https://slack.example/api")]
    [InlineData("https://slack.example/api/")]
    public void The_slash_at_the_end_of_the_address_may_be_left_out(string address) =>
        Assert.Equal(
            "https://slack.example/api/auth.test",
            new Uri(new SlackOptions { ApiBaseUrl = address }.ApiAddress, "auth.test").ToString()
        );
}
