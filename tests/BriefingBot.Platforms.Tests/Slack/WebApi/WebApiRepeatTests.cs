using BriefingBot.Platforms.Tests.FakeSlackTests;
using BriefingBot.Slack;
using BriefingBot.Slack.Protocol.Messages;
using BriefingBot.Slack.WebApi;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Faults;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.Platforms.Tests.Slack.WebApi;

/// <summary>What is sent again after a failure, and what must not be.</summary>
public sealed class WebApiRepeatTests : WebApiTest
{
    [Theory]
    [InlineData(WebApiFaultKind.ServerError)]
    [InlineData(WebApiFaultKind.DropTcp)]
    [InlineData(WebApiFaultKind.RateLimit)]
    [InlineData(WebApiFaultKind.Error)]
    public async Task What_can_be_repeated_is_repeated(WebApiFaultKind fault)
    {
        Slack.Faults.Add(new WebApiFault(fault, "users.info", 2) { Duration = TimeSpan.Zero });

        Assert.Equal("ada", (await Api.GetUserAsync(Ada.Id, Cancellation)).Name);
        Assert.Equal(3, Slack.Record.Calls.Count(static call => call.Method == "users.info"));
    }

    [Theory]
    [InlineData(WebApiFaultKind.ServerErrorAfterEffect)]
    [InlineData(WebApiFaultKind.DropTcpAfterEffect)]
    [InlineData(WebApiFaultKind.TimeoutAfterEffect)]
    public async Task A_message_whose_fate_is_unknown_is_never_sent_again_and_can_be_looked_for(WebApiFaultKind fault)
    {
        // Patient enough for the effect to come about on a busy machine: only the one fault is waited out.
        await RestartAsync(
            new FakeSlackOptions(),
            Quick with
            {
                Answer = TimeSpan.FromSeconds(fault == WebApiFaultKind.TimeoutAfterEffect ? 2 : 20),
            }
        );
        Slack.Faults.Add(new WebApiFault(fault, "chat.postMessage") { Duration = TimeSpan.FromSeconds(20) });
        AnswerMark mark = new("q", 0);

        var error = await Assert.ThrowsAsync<SlackApiException>(() =>
            Api.PostMessageAsync(new PostMessage(Channel.Id) { Text = "one", Metadata = mark.ToMetadata() }, Cancellation)
        );

        Assert.True(error is { IsUnknownOutcome: true, IsPermanent: false });
        Assert.Single(Slack.Record.Calls, static call => call.Method == "chat.postMessage");
        Assert.Equal(mark, AnswerMark.Read(Assert.Single(await Api.GetHistoryAsync(Channel.Id, null, 10, Cancellation)).Metadata));
    }

    [Theory]
    [InlineData("internal_error")]
    [InlineData("fatal_error")]
    public async Task A_failure_of_Slack_s_own_leaves_the_fate_of_a_message_unknown(string word)
    {
        Slack.Faults.Add(new WebApiFault(WebApiFaultKind.Error, "chat.postMessage") { Error = word });

        var error = await Assert.ThrowsAsync<SlackApiException>(() =>
            Api.PostMessageAsync(new PostMessage(Channel.Id) { Text = "one" }, Cancellation)
        );

        Assert.True(error.IsUnknownOutcome);
        Assert.Empty(Slack.Record.BotMessages);
    }

    [Theory]
    [InlineData(200, "<html>Welcome to the hotel's network</html>", false)]
    [InlineData(200, "", false)]
    [InlineData(200, "{}", false)]
    [InlineData(200, """{"ok":true,"user":""", false)]
    [InlineData(503, "busy", false)]
    [InlineData(302, "", true)]
    [InlineData(404, "not here", true)]
    public async Task An_answer_that_is_none_of_Slack_s_is_told_from_one_that_is(int status, string body, bool isPermanent)
    {
        await using var proxy = await BotEndpoint.StartAsync(
            async (context, _) =>
            {
                context.Response.StatusCode = status;
                context.Response.Headers.Location = status == 302 ? $"{Slack.ApiAddress}users.info" : default;
                await context.Response.WriteAsync(body, Cancellation);
            },
            Cancellation
        );
        var api = SlackClient.CreateWebApi(
            Http,
            new SlackOptions { BotToken = Slack.BotToken, ApiBaseUrl = proxy.Address.ToString() },
            Quick,
            TimeProvider.System,
            Log.Factory
        );

        var looking = await Assert.ThrowsAsync<SlackApiException>(() => api.GetUserAsync(Ada.Id, Cancellation));
        Assert.Equal((isPermanent, false, isPermanent ? 1 : 3), (looking.IsPermanent, looking.IsUnknownOutcome, proxy.Requests.Count));
        var posting = await Assert.ThrowsAsync<SlackApiException>(() =>
            api.PostMessageAsync(new PostMessage(Channel.Id) { Text = "one" }, Cancellation)
        );

        Assert.Equal(
            (isPermanent, !isPermanent, isPermanent ? 2 : 4),
            (posting.IsPermanent, posting.IsUnknownOutcome, proxy.Requests.Count)
        );
        Assert.Equal(0, Slack.Record.Counters.Calls);
    }

    [Fact]
    public async Task A_message_that_never_left_is_sent_again()
    {
        var gone = await FakeSlackServer.StartAsync(cancellationToken: Cancellation);
        await gone.DisposeAsync();
        var api = SlackClient.CreateWebApi(
            Http,
            new SlackOptions { BotToken = gone.BotToken, ApiBaseUrl = gone.ApiAddress.ToString() },
            Quick,
            TimeProvider.System,
            Log.Factory
        );

        var error = await Assert.ThrowsAsync<SlackApiException>(() =>
            api.PostMessageAsync(new PostMessage(Channel.Id) { Text = "one" }, Cancellation)
        );

        Assert.True(error is { IsUnknownOutcome: false, IsPermanent: false, Status: null });
        Assert.Equal(2, Log.Lines.Count(static line => line.Contains("chat.postMessage is sent again", StringComparison.Ordinal)));
        Assert.Contains("could not be sent", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_failures_are_given_up_with_a_reason()
    {
        Slack.Faults.Add(new WebApiFault(WebApiFaultKind.ServerError, "users.info", 3));

        var error = await Assert.ThrowsAsync<SlackApiException>(() => Api.GetUserAsync(Ada.Id, Cancellation));

        Assert.Equal(((int?)500, false, false), ((int?)error.Status, error.IsPermanent, error.IsUnknownOutcome));
        Assert.Equal(3, Slack.Record.Counters.Calls);
    }
}
