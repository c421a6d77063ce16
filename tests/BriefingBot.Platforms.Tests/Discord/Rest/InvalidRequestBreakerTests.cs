using BriefingBot.Discord.Rest;

namespace BriefingBot.Platforms.Tests.Discord.Rest;

public sealed class InvalidRequestBreakerTests
{
    private static readonly RestRoute Route = new(HttpMethod.Get, "/users/@me", "/users/@me");
    private readonly ManualClock _clock = new();

    [Fact]
    public void Requests_stop_at_half_of_what_gets_an_address_banned_and_go_on_ten_minutes_later()
    {
        InvalidRequestBreaker breaker = new(_clock);
        for (int i = 0; i < InvalidRequestBreaker.Limit; i++)
        {
            breaker.ThrowIfOpen(Route);
            breaker.CountRefusal();
        }

        Assert.Throws<DiscordApiException>(() => breaker.ThrowIfOpen(Route));
        _clock.Advance(TimeSpan.FromMinutes(10));
        breaker.ThrowIfOpen(Route);
        Assert.Equal(0, breaker.Count);
    }

    [Fact]
    public void A_refused_interaction_token_says_nothing_about_the_token_of_the_bot()
    {
        InvalidRequestBreaker breaker = new(_clock);
        breaker.Count401(isOfToken: false);
        breaker.ThrowIfOpen(Route);

        breaker.Count401(isOfToken: true);

        Assert.Throws<DiscordApiException>(() => breaker.ThrowIfOpen(Route));
        breaker.ThrowIfOpen(Route with { IsInteraction = true });
    }
}
