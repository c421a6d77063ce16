using System.Text.RegularExpressions;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Discord.Protocol.Messages;

namespace BriefingBot.Discord.Messages;

/// <summary>The words of a message without Discord's own marks.</summary>
internal static partial class MessageWords
{
    private const int MatchTimeout = 1000;
    private const int MaxParts = 40;
    private static readonly string Mark = OtherPeople.Mark.ToString();

    /// <summary>Takes out who is spoken to or told of it, and drops emoji, channel and time marks.</summary>
    public static string Read(string content)
    {
        string text = OtherPeople.Drop(Mention().Replace(content, Mark));
        return Blanks().Replace(OtherMark().Replace(text, " "), " ").Trim();
    }

    /// <summary>
    /// All words of a post that somebody asks about: its own, those of its components and embeds, and what it forwards. Bots of news post
    /// nothing but embeds or components.
    /// </summary>
    public static string ReadPost(Message post) =>
        string.Join(
            ' ',
            Parts(post).Where(static part => !string.IsNullOrWhiteSpace(part)).Take(MaxParts).Select(static part => AsSentence(Read(part!)))
        );

    private static IEnumerable<string?> Parts(Message post)
    {
        yield return post.Content;
        var forwarded = (post.MessageSnapshots ?? []).SelectMany(static snapshot => TextsOf(snapshot.Message));
        foreach (string text in TextsOf(post).Concat(forwarded))
        {
            yield return text;
        }

        foreach (
            var embed in (post.Embeds ?? []).Concat(
                (post.MessageSnapshots ?? []).SelectMany(static snapshot => snapshot.Message?.Embeds ?? [])
            )
        )
        {
            yield return embed.Title;
            yield return embed.Description;
            foreach (var field in embed.Fields ?? [])
            {
                yield return $"{field.Name}: {field.Value}";
            }
        }

        foreach (var snapshot in post.MessageSnapshots ?? [])
        {
            yield return snapshot.Message?.Content;
        }
    }

    private static IEnumerable<string> TextsOf(Message? post) => (post?.Components ?? []).SelectMany(static part => part.Texts());

    /// <summary>A headline does not run into what follows it.</summary>
    private static string AsSentence(string part) => part.Length == 0 || char.IsPunctuation(part[^1]) ? part : $"{part}.";

    [GeneratedRegex("<@[!&]?[0-9]{1,20}>|(?<!\\S)@(?:everyone|here)(?!\\w|\\.\\w)", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Mention();

    [GeneratedRegex("<(?:#|a?:\\w{1,40}:|t:|/[^:>]{1,100}:|id:)[^>]{0,40}>", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex OtherMark();

    [GeneratedRegex("\\s+", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Blanks();
}
