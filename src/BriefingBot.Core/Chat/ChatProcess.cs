namespace BriefingBot.Core.Chat;

/// <summary>This running process, as the journal and leases know it: another start is another owner.</summary>
public sealed class ChatProcess
{
    /// <summary>The name that claims and leases carry.</summary>
    public string Owner { get; } = Guid.NewGuid().ToString("N");
}
