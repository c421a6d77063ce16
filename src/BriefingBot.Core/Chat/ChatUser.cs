namespace BriefingBot.Core.Chat;

/// <summary>Who said it.</summary>
/// <param name="Id">The platform's id of the person.</param>
/// <param name="IsAdmin">May use the admin commands, by the rules of the platform's adapter (permissions of the place, configured roles and
/// ids).</param>
public sealed record ChatUser(string Id, bool IsAdmin = false);
