using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Platforms;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Chat.Turns;

namespace BriefingBot.Core.Chat;

/// <summary>
/// A chat platform. Its adapter hands questions to <see cref="ChatInbox"/>; <see cref="ChatTurnRunner"/> answers them and posts through
/// this. Thread-safe.
/// </summary>
public interface IChatPlatform
{
    /// <summary>
    /// The short name, in lower case (<c>discord</c>, <c>slack</c>): the first part of every <see cref="ChatQuestionId"/> of this platform.
    /// Stored; never changed.
    /// </summary>
    string Name { get; }

    /// <summary>
    /// What only one process at a time may be connected to, as leases name it (<c>discord</c>, <c>discord shard 2</c>); null where any
    /// number may. Other processes on the same store stand by, and post what they were asked all the same.
    /// </summary>
    string? Connection { get; }

    /// <summary>
    /// Told every few seconds while another process is connected: from now on replies may have to be posted here all the same, those that
    /// the other left unfinished.
    /// </summary>
    /// <exception cref="PlatformFatalException">The platform turned the bot away: it waits for a new secret.</exception>
    Task StandByAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Connects, and stays connected until cancelled; connections that end are made again. It may be run again after it has ended.
    /// </summary>
    /// <exception cref="PlatformFatalException">The platform turned the bot away: it waits for a new secret.</exception>
    Task RunAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Completes when a secret of the platform was replaced in its file; it is used from the next <see cref="RunAsync"/> on. Never where no
    /// secret comes from a file.
    /// </summary>
    Task WaitForNewSecretAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Shows that the question is worked on: typing, a status, the text of a deferred reply. May be called several times for one question,
    /// never after its <see cref="DeliverAsync"/>. A failure is logged and costs nothing.
    /// </summary>
    Task ShowProgressAsync(ChatQuestion question, ChatProgress progress, CancellationToken cancellationToken);

    /// <summary>
    /// There will be no reply: takes away what showed that the question is worked on. A failure is logged and costs nothing.
    /// </summary>
    Task WithdrawProgressAsync(ChatQuestion question, CancellationToken cancellationToken);

    /// <summary>
    /// The words of the post that a question in a thread stands under: its text, embeds, attachments and forwarded messages.
    /// </summary>
    /// <returns>Null when there is no such post, the bot wrote it itself, or it may not be read.</returns>
    Task<string?> ReadPostAsync(ChatQuestion question, CancellationToken cancellationToken);

    /// <summary>
    /// Says a line to the asker beside the reply, to nobody else where the platform can. A failure is logged and costs nothing.
    /// </summary>
    /// <exception cref="ChatDeliveryException">The platform did not accept it.</exception>
    Task TellAsync(ChatQuestion question, string line, CancellationToken cancellationToken);

    /// <summary>How many entries of a list fit into one reply with what stands above them; one at least.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="blocks">The reply with so many of them.</param>
    int Fit(int count, Func<int, IReadOnlyList<AnswerBlock>> blocks);

    /// <summary>
    /// Posts the reply and completes when the platform has accepted all of it. Parts that were accepted before a restart are in
    /// <see cref="ChatDelivery.Delivered"/> and must not be posted again; each part accepted now is told to
    /// <see cref="ChatDelivery.AcceptedAsync"/> at once. Repeating it must not post twice: use the platform's means (nonce, metadata) keyed
    /// by the question's id and the part.
    /// </summary>
    /// <exception cref="ChatDeliveryException">The platform did not accept it.</exception>
    Task DeliverAsync(ChatDelivery delivery, CancellationToken cancellationToken);
}
