namespace BriefingBot.Core.Chat.Replicas;

/// <summary>Is the store made to be shared by several processes that run the bot?</summary>
/// <param name="IsShared">
/// Then what only one may do at a time is done by whoever holds its lease, and a killed process is waited for until its leases run out.
/// </param>
public sealed record StoreSharing(bool IsShared);
