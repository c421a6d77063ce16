namespace BriefingBot.Core.Chat.Settings;

/// <summary>Who may do alone what must not be done twice at a time.</summary>
/// <param name="Owner">The process that holds it.</param>
/// <param name="Since">When it was taken (UTC).</param>
/// <param name="Until">When it runs out unless renewed (UTC).</param>
/// <param name="Wish">What others ask of its owner.</param>
public sealed record Lease(string Owner, DateTimeOffset Since, DateTimeOffset Until, LeaseWish Wish = LeaseWish.GoOn);
