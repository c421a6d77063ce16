using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Turns;
using Xunit;

namespace BriefingBot.Core.Tests.Chat;

public sealed class FairLanesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Channels_take_turns_however_much_one_of_them_has()
    {
        FairLanes<string> lanes = new(perChannel: 8, perPerson: 8);
        foreach (string name in new[] { "a1", "a2", "a3", "a4", "b1", "b2", "c1" })
        {
            lanes.Enqueue(name, Keys(name, channel: name[..1], person: name));
        }

        Assert.Equal(["a1", "b1", "c1", "a2", "b2", "a3", "a4"], await TakeAllAsync(lanes, 7));
    }

    [Fact]
    public async Task People_of_one_channel_take_turns()
    {
        FairLanes<string> lanes = new(perChannel: 8, perPerson: 8);
        foreach (string name in new[] { "a1", "a2", "a3", "b1", "b2" })
        {
            lanes.Enqueue(name, Keys(name, channel: "c", person: name[..1]));
        }

        Assert.Equal(["a1", "b1", "a2", "b2", "a3"], await TakeAllAsync(lanes, 5));
    }

    [Fact]
    public async Task What_is_over_a_share_waits_until_something_of_it_is_done()
    {
        FairLanes<string> lanes = new(perChannel: 2, perPerson: 1);
        lanes.Enqueue("a1", Keys("a1", "c", "a"));
        lanes.Enqueue("a2", Keys("a2", "c", "a"));
        var (first, keys) = await lanes.TakeAsync(Ct);

        var next = lanes.TakeAsync(Ct);
        Assert.False(next.IsCompleted);
        lanes.Complete(keys);

        Assert.Equal(("a1", "a2"), (first, (await next).Item));
        Assert.Equal(1, lanes.Count);
    }

    [Fact]
    public async Task A_conversation_keeps_its_order_and_never_runs_twice_at_once()
    {
        FairLanes<string> lanes = new(perChannel: 8, perPerson: 8);
        lanes.Enqueue("first", Keys("same", "c", "a"));
        lanes.Enqueue("second", Keys("same", "c", "b"));
        var (first, keys) = await lanes.TakeAsync(Ct);

        var next = lanes.TakeAsync(Ct);
        Assert.False(next.IsCompleted);
        lanes.Complete(keys);

        Assert.Equal(("first", "second"), (first, (await next).Item));
    }

    private static LaneKeys Keys(string conversation, string channel, string person) =>
        new(new ConversationId(conversation), channel, person);

    private static async Task<List<string>> TakeAllAsync(FairLanes<string> lanes, int count)
    {
        List<string> taken = [];
        for (int i = 0; i < count; i++)
        {
            taken.Add((await lanes.TakeAsync(Ct)).Item);
        }

        return taken;
    }
}
