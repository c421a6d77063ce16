using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.TestServers.Slack.Interactions;

/// <summary>trigger_ids: they open one view, and only for a short time.</summary>
internal sealed class TriggerIds(SlackState state)
{
    private readonly Dictionary<string, (FakeUser User, DateTimeOffset EndsAt, bool IsUsed)> _triggers = new(StringComparer.Ordinal);

    public string New(FakeUser user)
    {
        string id = $"{state.Timestamps.Next()}.{Guid.NewGuid():N}";
        _triggers[id] = (user, state.Now + state.Options.TriggerLifetime, false);
        return id;
    }

    public FakeUser Use(string id)
    {
        if (!_triggers.TryGetValue(id, out (FakeUser User, DateTimeOffset EndsAt, bool IsUsed) trigger))
        {
            throw new SlackErrorException("invalid_trigger_id");
        }

        if (trigger.IsUsed || state.Now > trigger.EndsAt)
        {
            throw new SlackErrorException(trigger.IsUsed ? "exchanged_trigger_id" : "expired_trigger_id");
        }

        _triggers[id] = trigger with { IsUsed = true };
        return trigger.User;
    }
}
