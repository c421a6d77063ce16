using System.Text;
using BriefingBot.Slack.Http;
using BriefingBot.TestServers;
using BriefingBot.TestServers.Slack.Delivery;

namespace BriefingBot.Platforms.Tests.Slack.Http;

/// <summary>Slack's published vector, and what is only almost like it.</summary>
public sealed class SignatureVerifierTests
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const string Timestamp = "1531420618";
    private const string Signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private const string Body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar"
        + "&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J"
        + "%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    private readonly ManualClock _clock = new(DateTimeOffset.FromUnixTimeSeconds(1531420618));

    [Fact]
    public void The_published_vector_is_genuine() => Assert.Null(Fault());

    [Fact]
    public void Another_secret_makes_another_signature() => Assert.NotNull(Fault(secret: Secret[..^1] + "6"));

    [Theory]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(86_400, false)]
    public void Five_minutes_in_either_direction_are_let_pass(int seconds, bool isGenuine)
    {
        ManualClock clock = new(DateTimeOffset.FromUnixTimeSeconds(1531420618 + seconds));

        Assert.Equal(isGenuine, new SignatureVerifier(Secret, clock).FindFault(Timestamp, Signature, Encoding.UTF8.GetBytes(Body)) is null);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("v0=")]
    [InlineData("v0=00")]
    [InlineData("a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("v0=A2114D57B48EAC39B9AD189DD8316235A7B4A8D21A10BD27519666489C69B503")]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b502")]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503,v0=00")]
    [InlineData("v0=ä2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b50")]
    public void Another_signature_is_refused(string? signature) => Assert.NotNull(Fault(signature: signature));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("now")]
    [InlineData("1531420618.0")]
    [InlineData(" 1531420618")]
    [InlineData("+1531420618")]
    [InlineData("-1531420618")]
    [InlineData("0x5B479D8A")]
    [InlineData("1531420618,1531420618")]
    [InlineData("99999999999999999999")]
    [InlineData("999999999999")]
    [InlineData("01531420618")]
    public void A_time_that_is_none_is_refused_even_when_it_is_signed(string? timestamp) =>
        Assert.NotNull(Fault(timestamp, RequestSigner.Sign(Secret, timestamp ?? "", timestamp == "01531420618" ? "" : Body)));

    [Theory]
    [InlineData("")]
    [InlineData("token=x")]
    public void A_body_that_was_changed_or_cut_is_refused(string body)
    {
        Assert.NotNull(Fault(body: body));
        Assert.NotNull(Fault(body: Body[..^1]));
        Assert.NotNull(Fault(body: Body + " "));
    }

    private string? Fault(string? timestamp = Timestamp, string? signature = Signature, string body = Body, string secret = Secret) =>
        new SignatureVerifier(secret, _clock).FindFault(timestamp, signature, Encoding.UTF8.GetBytes(body));
}
