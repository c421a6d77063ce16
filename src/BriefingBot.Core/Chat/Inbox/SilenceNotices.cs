using System.Collections.Concurrent;

namespace BriefingBot.Core.Chat.Inbox;

/// <summary>
/// Who was told why the bot is silent where it is switched off: everybody once a channel, until it is switched on again. Kept in memory,
/// for it is about people; after a restart they may be told once more. Thread-safe.
/// </summary>
internal sealed class SilenceNotices
{
    private const int MostChannels = 1000;
    private const int MostPeople = 1000;
    private readonly ConcurrentDictionary<
        (string Platform, string? Space, string Channel),
        ConcurrentDictionary<string, ChatQuestionId>
    > _told = new();

    /// <summary>The question is the one that its asker is told at; true for it however often it is delivered.</summary>
    public bool IsToTell(ChatQuestion question)
    {
        if (_told.Count >= MostChannels)
        {
            _told.Clear();
        }

        var people = _told.GetOrAdd(
            KeyOf(question.Address),
            static _ => new ConcurrentDictionary<string, ChatQuestionId>(StringComparer.Ordinal)
        );
        if (people.Count >= MostPeople)
        {
            people.Clear();
        }

        return people.GetOrAdd(question.User.Id, question.Id) == question.Id;
    }

    /// <summary>The bot is switched on in a channel.</summary>
    public void Forget(ChatAddress address)
    {
        if (!_told.IsEmpty)
        {
            _told.TryRemove(KeyOf(address), out _);
        }
    }

    private static (string Platform, string? Space, string Channel) KeyOf(ChatAddress address) =>
        (address.Platform, address.Space, address.Channel);
}
