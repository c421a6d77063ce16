using BriefingBot.Core.Chat.Retention;

namespace BriefingBot.Documents;

/// <summary>What was removed of a person: what <c>forget --json</c> prints.</summary>
/// <param name="Person">Who, as <c>slack:U0123</c>.</param>
/// <param name="Questions">Questions of chats.</param>
/// <param name="Answers">Answers with their citations.</param>
/// <param name="Votes">Votes on answers to others.</param>
/// <param name="Gaps">Questions without an answer.</param>
/// <param name="ModelUses">Uses of the language model.</param>
/// <param name="Subscriptions">Schedules of briefings, and what the person followed.</param>
/// <param name="AuditEntries">Entries of the audit log that no longer name the person.</param>
/// <param name="Pending">Questions that are being answered now, which were left alone.</param>
internal sealed record ForgottenDocument(
    string Person,
    int Questions,
    int Answers,
    int Votes,
    int Gaps,
    int ModelUses,
    int Subscriptions,
    int AuditEntries,
    int Pending
)
{
    public static ForgottenDocument From(PersonId person, RemovedRecords removed) =>
        new(
            person.ToString(),
            removed.Questions,
            removed.Answers,
            removed.Votes,
            removed.Gaps,
            removed.ModelUses,
            removed.Subscriptions,
            removed.AuditEntries,
            removed.Pending
        );
}
