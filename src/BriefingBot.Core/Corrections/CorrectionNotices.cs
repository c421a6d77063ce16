using System.Security.Cryptography;
using System.Text;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Journal;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Corrections;

/// <summary>Makes the announcements of a correction: one for the conversation, one for each place that hears of all. Thread-safe.</summary>
public sealed class CorrectionNotices(CorrectionLayout layout, IQuestionJournal journal, IOptions<CorrectionsOptions> options)
{
    private const string Kind = "correction";
    private readonly CorrectionTargets _targets = CorrectionTargets.Read(options.Value.Notify, out _) ?? new CorrectionTargets(true, []);

    /// <summary>What is to be said of it.</summary>
    /// <param name="correction">The correction.</param>
    /// <param name="answer">The answer that it is about.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IReadOnlyList<Announcement>> MakeAsync(Correction correction, ChatAnswer answer, CancellationToken cancellationToken)
    {
        List<Announcement> announcements = [];
        if (_targets.Threads)
        {
            announcements.Add(await InThreadAsync(correction, answer, cancellationToken));
        }

        // What was asked privately is told to nobody else.
        bool isSecret = answer.IsPrivate || answer.Address.IsDirect;
        announcements.AddRange(
            _targets.Places.Select(place => new Announcement
            {
                Id = Announcement.IdOf(place.Platform, Kind, $"{Key(correction)}/{place.Channel}"),
                Address = place,
                UserId = answer.UserId,
                Blocks = layout.Of(correction, isSecret ? null : answer.QuestionText),
                Made = correction.Found,
            })
        );
        return announcements;
    }

    private async Task<Announcement> InThreadAsync(Correction correction, ChatAnswer answer, CancellationToken cancellationToken)
    {
        bool isPrivate = answer is { IsPrivate: true, IsShared: false };
        var asked = await journal.FindAsync(answer.Question, cancellationToken);
        string? stands = answer.IsShared
            ? null
            : asked?.Question.MessageId ?? (asked?.Delivered is [var first, ..] ? first.MessageId : null);
        return new Announcement
        {
            Id = Announcement.IdOf(answer.Address.Platform, Kind, Key(correction)),
            Address = answer.Address,
            UserId = answer.UserId,
            IsPrivate = isPrivate,
            InReplyTo = isPrivate ? null : stands,
            Blocks = layout.Of(correction, isPrivate || stands is null ? answer.QuestionText : null),
            Made = correction.Found,
        };
    }

    /// <summary>The same in every process that finds the same.</summary>
    private static string Key(Correction correction) =>
        Convert.ToHexStringLower(
            SHA256
                .HashData(
                    Encoding.UTF8.GetBytes(
                        $"{correction.Conversation.Value}\n{correction.Article.Id}\n{correction.Article.Revision}\n{(int)correction.Kind}"
                    )
                )
                .AsSpan(0, 16)
        );
}
