using System.Text.Json;
using BriefingBot.Discord.Gateway;
using BriefingBot.Discord.Gateway.Payloads;
using BriefingBot.Discord.Gateway.Sessions;

namespace BriefingBot.Platforms.Tests.Discord.Gateway;

public sealed class SessionGapsTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void A_process_that_has_just_begun_may_have_missed_ten_minutes()
    {
        SessionGaps gaps = new(_clock);
        gaps.Receive(Event(GatewayEventNames.Ready));

        Assert.Equal(_clock.GetUtcNow() - TimeSpan.FromMinutes(10), gaps.Since(0).CreatedAt);
    }

    [Fact]
    public void A_session_that_begins_anew_may_have_missed_what_came_since_a_minute_before_the_last_event()
    {
        SessionGaps gaps = new(_clock);
        gaps.Receive(Event(GatewayEventNames.Ready));
        gaps.Receive(Event(GatewayEventNames.MessageCreate));
        var last = _clock.GetUtcNow();
        _clock.Advance(TimeSpan.FromMinutes(3));
        gaps.Receive(Event(GatewayEventNames.Ready));
        gaps.Receive(Event(GatewayEventNames.GuildCreate));

        Assert.Equal(last - TimeSpan.FromMinutes(1), gaps.Since(0).CreatedAt);
    }

    [Fact]
    public void Nothing_older_than_ten_minutes_is_looked_for()
    {
        SessionGaps gaps = new(_clock);
        gaps.Receive(Event(GatewayEventNames.Ready));
        _clock.Advance(TimeSpan.FromHours(3));
        gaps.Receive(Event(GatewayEventNames.Ready));

        Assert.Equal(_clock.GetUtcNow() - TimeSpan.FromMinutes(10), gaps.Since(0).CreatedAt);
    }

    private static GatewayEvent Event(string name) => new(0, "session", 1, name, default(JsonElement));
}
