namespace BriefingBot.Core.Chat.Audit;

/// <summary>An admin action, or the refused attempt at one.</summary>
/// <param name="When">When (UTC).</param>
/// <param name="UserId">Who.</param>
/// <param name="Address">Where.</param>
/// <param name="Action">What, with its arguments: <c>reindex rebuild</c>, <c>channel enabled=false</c>.</param>
/// <param name="Outcome">What came of it, in one line.</param>
public sealed record AuditEntry(DateTimeOffset When, string UserId, ChatAddress Address, string Action, string Outcome);
