using BriefingBot.Slack.WebApi;

namespace BriefingBot.Platforms.Tests.Slack.WebApi;

public sealed class ResponseAddressTests
{
    private static readonly Uri Slack = new("https://slack.com/api/");
    private static readonly Uri Local = new("http://127.0.0.1:9200/api/");

    [Theory]
    [InlineData("https://hooks.slack.com/commands/T1/2/3")]
    [InlineData("https://slack.com/x")]
    [InlineData("https://hooks.slack-gov.com/actions/T1/2/3")]
    public void Addresses_of_Slack_are_taken(string address) => Assert.NotNull(ResponseAddress.Read(address, Slack));

    [Theory]
    [InlineData("https://evil.example/hooks.slack.com")]
    [InlineData("https://hooks.slack.com.evil.example/")]
    [InlineData("https://notslack.com/")]
    [InlineData("https://hooks.slack.com@evil.example/")]
    [InlineData("http://hooks.slack.com/commands")]
    [InlineData("https://hooks.slack.com:8443/commands")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://127.0.0.1:9201/hooks")]
    [InlineData("https://127.0.0.1:9200/hooks")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/hooks")]
    [InlineData("")]
    public void All_others_are_not(string address)
    {
        Assert.Null(ResponseAddress.Read(address, Slack));
        Assert.Null(ResponseAddress.Read(address.Replace("http://hooks.slack.com", "http://x", StringComparison.Ordinal), Local));
    }

    [Fact]
    public void The_host_of_the_Web_API_is_taken() => Assert.NotNull(ResponseAddress.Read("http://127.0.0.1:9200/hooks/1", Local));
}
