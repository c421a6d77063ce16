using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Audit;
using BriefingBot.Core.Chat.Settings;
using Xunit;

namespace BriefingBot.Storage.Tests.Chat;

/// <summary>What every <see cref="IChatStateStore"/> must do. A store derives from it and says how it is opened.</summary>
public abstract class ChatStateStoreConformance
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected ManualClock Clock { get; } = new();

    /// <summary>Opens the store as one more process does.</summary>
    protected abstract Task<ChatStores> OpenAsync();

    [Fact]
    public async Task Settings_hold_for_the_channel_and_its_threads_only()
    {
        var state = (await OpenAsync()).State;
        ChannelSettings settings = new()
        {
            Enabled = false,
            Style = ReplyStyle.Thread,
            Collection = "sport",
            FollowUpsWithoutMention = false,
        };

        await state.SetSettingsAsync(ChatSamples.Channel, ChannelSettings.Default, Clock.Now, Ct);
        await state.SetSettingsAsync(ChatSamples.Channel, settings, Clock.Now, Ct);

        var other = (await OpenAsync()).State;
        Assert.Equal(settings, await other.GetSettingsAsync(ChatSamples.Channel with { Thread = "t" }, Ct));
        Assert.Equal(ChannelSettings.Default, await other.GetSettingsAsync(ChatSamples.Channel with { Channel = "c2" }, Ct));
        Assert.Equal(ChannelSettings.Default, await other.GetSettingsAsync(ChatSamples.Channel with { Space = null }, Ct));
    }

    [Fact]
    public async Task The_audit_log_gives_the_latest_first()
    {
        var state = (await OpenAsync()).State;
        AuditEntry[] entries =
        [
            .. Enumerable
                .Range(0, 3)
                .Select(i => new AuditEntry(
                    Clock.Now.AddMinutes(i),
                    "u",
                    ChatSamples.Channel with
                    {
                        Thread = i == 1 ? "t" : null,
                    },
                    $"action {i}",
                    "done"
                )),
        ];
        foreach (var entry in entries)
        {
            await state.AppendAuditAsync(entry, Ct);
        }

        Assert.Equal([entries[2], entries[1]], await state.ListAuditAsync(2, Ct));
    }

    [Fact]
    public async Task Platforms_remember_under_their_own_keys()
    {
        var state = (await OpenAsync()).State;

        await state.SetPlatformStateAsync("discord", "session", "one", Ct);
        await state.SetPlatformStateAsync("discord", "session", "two", Ct);

        Assert.Equal("two", await (await OpenAsync()).State.GetPlatformStateAsync("discord", "session", Ct));
        Assert.Null(await state.GetPlatformStateAsync("slack", "session", Ct));
        await state.SetPlatformStateAsync("discord", "session", null, Ct);
        Assert.Null(await state.GetPlatformStateAsync("discord", "session", Ct));
    }

    [Fact]
    public async Task A_lease_is_held_by_one_until_it_runs_out()
    {
        var first = (await OpenAsync()).State;
        var second = (await OpenAsync()).State;

        var taken = await first.AcquireLeaseAsync("index", "a", Minute, Ct);
        Assert.Equal(new Lease("a", Clock.Now, Clock.Now + Minute), taken);
        Assert.Equal(taken, await second.AcquireLeaseAsync("index", "b", Minute, Ct));

        Clock.Now += Minute / 2;
        Assert.Equal(taken with { Until = Clock.Now + Minute }, await first.AcquireLeaseAsync("index", "a", Minute, Ct));
        Clock.Now += Minute;
        Assert.Null(await first.FindLeaseAsync("index", Ct));
        Assert.Equal(new Lease("b", Clock.Now, Clock.Now + Minute), await second.AcquireLeaseAsync("index", "b", Minute, Ct));
    }

    [Fact]
    public async Task It_is_kept_when_the_settings_of_a_channel_last_let_the_bot_answer_more()
    {
        var state = (await OpenAsync()).State;
        ChatAddress address = new("discord", "guild", "channel");
        foreach (
            var settings in new[]
            {
                ChannelSettings.Default,
                ChannelSettings.Default with
                {
                    FollowUpsWithoutMention = false,
                    Enabled = false,
                },
                ChannelSettings.Default with
                {
                    Enabled = false,
                },
            }
        )
        {
            Assert.Null(await state.GetOpenedAsync(address, Ct));
            await state.SetSettingsAsync(address, settings, Clock.Now, Ct);
        }

        var followUps = Clock.Now;
        Clock.Now += Minute;
        Assert.Equal(followUps, await state.GetOpenedAsync(address with { Thread = "thread" }, Ct));
        await state.SetSettingsAsync(address, ChannelSettings.Default, Clock.Now, Ct);
        var on = Clock.Now;
        Clock.Now += Minute;
        await state.SetSettingsAsync(
            address,
            ChannelSettings.Default with
            {
                Style = ReplyStyle.Thread,
                Collection = "wire",
            },
            Clock.Now,
            Ct
        );

        Assert.Equal(on, await state.GetOpenedAsync(address, Ct));
    }

    [Fact]
    public async Task A_command_that_is_delivered_again_does_not_undo_a_later_one()
    {
        var state = (await OpenAsync()).State;
        var off = ChannelSettings.Default with { Enabled = false };
        var first = Clock.Now;
        await state.SetSettingsAsync(ChatSamples.Channel, off, first, Ct);
        await state.SetSettingsAsync(ChatSamples.Channel, ChannelSettings.Default, first + Minute, Ct);

        Assert.Equal(ChannelSettings.Default, await state.SetSettingsAsync(ChatSamples.Channel, off, first, Ct));
        Assert.Equal(
            ChannelSettings.Default,
            await state.SetSettingsAsync(ChatSamples.Channel, ChannelSettings.Default, first + Minute, Ct)
        );

        Assert.Equal(ChannelSettings.Default, await state.GetSettingsAsync(ChatSamples.Channel, Ct));
        Assert.Equal(first + Minute, await state.GetOpenedAsync(ChatSamples.Channel, Ct));
    }

    [Fact]
    public async Task What_is_asked_of_the_owner_of_a_lease_is_forgotten_with_the_lease()
    {
        var state = (await OpenAsync()).State;
        Assert.Null(await state.AskAsync("index", LeaseWish.Pause, Ct));

        await state.AcquireLeaseAsync("index", "a", Minute, Ct);
        Assert.Equal(LeaseWish.Pause, (await state.AskAsync("index", LeaseWish.Pause, Ct))!.Wish);
        Assert.Equal(LeaseWish.Pause, (await state.AcquireLeaseAsync("index", "a", Minute, Ct)).Wish);
        Clock.Now += 2 * Minute;
        Assert.Equal(LeaseWish.GoOn, (await state.AcquireLeaseAsync("index", "a", Minute, Ct)).Wish);

        await state.AskAsync("index", LeaseWish.End, Ct);
        await state.ReleaseLeaseAsync("index", "a", Ct);
        Assert.Equal(LeaseWish.GoOn, (await state.AcquireLeaseAsync("index", "b", Minute, Ct)).Wish);
    }

    [Fact]
    public async Task Only_its_owner_gives_a_lease_back()
    {
        var state = (await OpenAsync()).State;
        await state.AcquireLeaseAsync("index", "a", Minute, Ct);

        await state.ReleaseLeaseAsync("index", "b", Ct);
        Assert.Equal("a", (await state.FindLeaseAsync("index", Ct))!.Owner);

        await state.ReleaseLeaseAsync("index", "a", Ct);
        Assert.Null(await state.FindLeaseAsync("index", Ct));
    }
}
